/** Reads the program's own XML parts again, event by event. */
import { SaxesParser } from 'saxes';

export interface XmlReader {
  open(name: string, attributes: Record<string, string>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Throws where the source is not well-formed. */
export function parse(source: string, reader: XmlReader): void {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes));
  parser.on('text', (text) => reader.text(text));
  parser.on('closetag', ({ name }) => reader.close(name));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(source).close();
}
