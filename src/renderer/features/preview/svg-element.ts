/** An SVG text of our own making as an element; its numbers are told in words beside it, not by its pieces. */
export function svgElement(svg: string): Element {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  documentElement.setAttribute('aria-hidden', 'true');
  return document.importNode(documentElement, true);
}
