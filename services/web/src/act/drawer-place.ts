/**
 * Where drawers are put. In the body itself the component library would lock scrolling by a style without our nonce,
 * which the page's policy refuses; design/acts.css locks it instead.
 */
export function drawerPlace(): HTMLElement {
  return document.getElementById('root') ?? document.body;
}
