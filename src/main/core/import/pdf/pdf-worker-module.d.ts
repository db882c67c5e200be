/** The half of pdf.js that parses; it comes without types, and is only loaded for what it registers. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
