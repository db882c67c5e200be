/** What a page that is printed may load: styles and pictures within it, fonts of the program. No script, no frame. */
export const printPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
