/** A colour as `<input type="color">` wants it, `#rrggbb`; undefined for what is none. */
export function toHex(colour: string): string | undefined {
  if (/^#[0-9a-f]{6}$/i.test(colour)) return colour
  if (!CSS.supports('color', colour)) return undefined
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return undefined
  context.fillStyle = colour
  return context.fillStyle.startsWith('#') ? context.fillStyle : undefined
}
