// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../model'
import { xpathFormat } from './format'
import { placesIn } from './places'
import { sanitise } from './sanitise'
import { nodeAtXPath, xpathOf } from './xpath'

const open = (markup: string, inline = false) => {
  const { root, sheets } = sanitise(markup, { inline })
  const places = placesIn(root)
  return { root, sheets, places, format: xpathFormat(places, true) }
}

/** The shape of a region over the only place where the words stand. */
function shapeOf(markup: string, words: string) {
  const { places, format } = open(markup)
  const start = places.text.indexOf(words)
  return format.shapeOf({ start, end: start + words.length })
}

/** What a region with this shape covers. */
function covered(markup: string, shape: JsonObject) {
  const { places, format } = open(markup)
  const span = format.spanOf(shape)
  return span && places.text.slice(span.start, span.end)
}

describe('a span of a document', () => {
  it('is XPaths with offsets inside their nodes, offsets into the whole text, and the text', () => {
    expect(shapeOf('<p>The some <b>bold</b> words</p>', 'some bold')).toEqual({
      start: '/p[1]/text()[1]',
      end: '/p[1]/b[1]/text()[1]',
      startOffset: 4,
      endOffset: 4,
      globalOffsets: { start: 4, end: 13 },
      text: 'some bold',
    })
  })

  it('counts an emoji as one and a line break as one', () => {
    expect(shapeOf('<p>😀 a<br>👩‍🚀 b</p><p>end 😀 here</p>', 'here')).toMatchObject({
      start: '/p[2]/text()[1]',
      startOffset: 6,
      endOffset: 10,
      globalOffsets: { start: 15, end: 19 },
    })
    expect(shapeOf('<p>😀 a<br>👩‍🚀 b</p>', 'b')).toMatchObject({ start: '/p[1]/text()[2]', startOffset: 4 })
  })

  it('ends in the node of its last character, not at the start of the next one', () => {
    expect(shapeOf('<p><b>one</b><i>two</i></p>', 'one')).toMatchObject({ end: '/p[1]/b[1]/text()[1]', endOffset: 3 })
    expect(shapeOf('<p><b>one</b><i>two</i></p>', 'two')).toMatchObject({
      start: '/p[1]/i[1]/text()[1]',
      startOffset: 0,
    })
  })

  it('counts white space in the source as it stands', () => {
    const markup = '<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>'
    expect(shapeOf(markup, 'two')).toMatchObject({
      start: '/ul[1]/li[2]/text()[1]',
      globalOffsets: { start: 9, end: 12 },
    })
  })

  it.each(['one', 'x', 'o three 😀 f', 'seven'])('opens where it was made: %s', (words) => {
    const markup = '<h1>one</h1><div>two <b>x<i>two three 😀 <u>four</u></i></b><br>five</div>six<p>seven</p>'
    expect(covered(markup, shapeOf(markup, words))).toBe(words)
  })
})

describe('opening a span', () => {
  const markup = '<h1>Title</h1><p>The 😀 <b>quick</b> fox</p>'

  it('takes numbers as offsets into the whole text', () => {
    expect(covered(markup, { start: 11, end: 16 })).toBe('quick')
    expect(covered(markup, { start: '11', end: '16' })).toBe('quick')
  })

  it('takes the XPath of an element, with offsets into all of its text', () => {
    const [start, end] = ['/p[1]', '/p[1]']
    expect(covered(markup, { start, end, startOffset: 4, endOffset: 11 })).toBe('😀 quick')
    expect(covered(markup, { start, end })).toBe('The 😀 quick fox')
    expect(covered(markup, { start: '/html/body/h1', end: '/html[1]/body[1]/h1[1]/text()' })).toBe('Title')
  })

  it('falls back to the offsets into the whole text when the XPath leads nowhere', () => {
    const globalOffsets = { start: 11, end: 16 }
    const lost = { start: '/div[3]/text()[1]', end: '/div[3]/text()[1]', startOffset: 0, endOffset: 5 }
    expect(covered(markup, { ...lost, globalOffsets })).toBe('quick')
    expect(covered(markup, { ...lost, start: '/p[1]/b[1]/text()[1]', end: '/h1[1]', globalOffsets })).toBe('quick')
    expect(covered(markup, lost)).toBeUndefined()
    expect(covered(markup, { ...lost, globalOffsets: { start: 5, end: 5000 } })).toBeUndefined()
  })

  it.each<Json>([null, {}, '//b', '/p//b', '/p[', 'p[1]', '/p[1]/@id', '/p[0]'])('survives the path %j', (path) => {
    expect(covered(markup, { start: path, end: path })).toBeUndefined()
  })
})

describe('an XPath', () => {
  it('leads back to its node, for every text of a document', () => {
    const { root } = open(
      'a<!-- note -->b<p>c<br>d<my-tag>e<speaker>f</speaker></my-tag></p><table><tr><td>g</td></tr></table>h',
    )
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const path = xpathOf(walker.currentNode, root)
      expect(nodeAtXPath(path, root)).toBe(walker.currentNode)
      found.push(path)
    }
    expect(found).toContain('/p[1]/my-tag[1]/speaker[1]/text()[1]')
    expect(found).toContain('/table[1]/tbody[1]/tr[1]/td[1]/text()[1]')
    expect(found.slice(0, 2)).toEqual(['/text()[1]', '/text()[2]'])
  })

  it('does not move when something unsafe is taken out before it', () => {
    const path = '/div[1]/form[1]/p[2]/text()[2]'
    const { root } = open('<div><script>x</script><form>a<p>b</p><p>c<iframe></iframe>here</p></form></div>')
    expect(nodeAtXPath(path, root)?.textContent).toBe('here')
  })

  it('counts from the content of a page, not from its head', () => {
    const page =
      '<!doctype html><html><head><title>T</title><style>p { color: red }</style></head>\n<body>\n<p>x</p></body></html>'
    expect(shapeOf(page, 'x')).toMatchObject({ start: '/p[1]/text()[1]' })
    expect(open(page).sheets).toEqual(['p { color: red }'])
    expect(open(page).places.text).not.toContain('T')
  })
})

describe('sanitising', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<a href="javascript:alert(1)">x</a><a href=" jAvA\tscript:alert(1)">x</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="x"></object><embed src="x">',
    '<form action="https://evil.example"><input name=q><button formaction="javascript:alert(1)">go</button></form>',
    '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<math><mtext><table><mglyph><style><img src onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<link rel=stylesheet href="https://evil.example/x.css"><template><img src onerror=alert(1)></template>',
    '<div popover id=p>x</div><button popovertarget=p>y</button><video autoplay src="v.mp4"></video>',
    '<speaker onclick=alert(1)><my-tag onmouseover=alert(1)>x</my-tag></speaker>',
  ]

  it.each(attacks)('leaves nothing that runs, loads a frame or posts: %s', (markup) => {
    for (const inline of [true, false]) {
      const { root } = open(markup, inline)
      expect(root.querySelector('script, iframe, object, embed, form, base, meta, link, template, style')).toBeNull()
      for (const element of root.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          expect(name).not.toMatch(/^on|^(?:popover|autoplay|formaction|action|srcdoc)/)
          expect(value.replace(/\s/g, '')).not.toMatch(/javascript:/i)
        }
      }
    }
  })

  it('opens links elsewhere and lets no field be typed into', () => {
    const { root } = open('<a href="https://example.org/" target="_self">x</a><input value="v">')
    expect(root.querySelector('a')?.outerHTML).toContain('target="_blank"')
    expect(root.querySelector('a')?.rel).toBe('noopener noreferrer')
    expect(root.querySelector('input')?.disabled).toBe(true)
  })

  it('keeps no ids of a piece of the page around it', () => {
    expect(open('<p id="root" name="x">x</p>', true).root.innerHTML).toBe('<p>x</p>')
    expect(open('<p id="root">x</p>').root.innerHTML).toBe('<p id="root">x</p>')
  })
})
