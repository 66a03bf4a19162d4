/** The luminance on which both have the same contrast, 4.3. */
const MIDDLE = 0.196

/** Black or white, whichever reads better on a `#rrggbb` colour. */
export function readableOn(colour: string): string {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour)
  if (!match) return '#ffffff'
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => {
    const value = Number.parseInt(part, 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > MIDDLE ? '#10151c' : '#ffffff'
}
