import { describe, expect, it } from 'vitest'
import { flatten, readConfig, regionKind } from './config'
import { fieldsIn, resolveData, resolveText } from './data'
import { isTag, parse, walk } from './tree'
import { parseXml, XmlError } from './xml'

const failure = (xml: string): XmlError => {
  try {
    parseXml(xml)
  } catch (error) {
    if (error instanceof XmlError) return error
    throw error
  }
  throw new Error('was accepted')
}

describe('parseXml', () => {
  it('knows line and column of tags and attributes', () => {
    const { root } = parseXml('<View>\n  <Text a="1"\n    name="t"/>\n</View>')
    const text = root.children[1]
    if (!text || 'text' in text) throw new Error('no element')
    expect(text).toMatchObject({ line: 2, column: 3 })
    expect(text.attributes[1]).toMatchObject({ name: 'name', line: 3, column: 5 })
  })

  it('decodes entities and keeps CDATA and inner mark-up as written', () => {
    const { root } = parseXml('<A x="&lt;&#x41;&amp;"><B>1 &gt; 0<![CDATA[<&]]></B></A>')
    expect(root.attributes[0]?.value).toBe('<A&')
    expect(root.inner).toBe('<B>1 &gt; 0<![CDATA[<&]]></B>')
    expect(root.children[0]).toMatchObject({ children: [{ text: '1 > 0<&' }] })
  })

  it.each([
    ['<View><Text></View>', '</View> does not match <Text>', 1, 13],
    ['<View>\n<Text name="a" name="b"/></View>', 'twice', 2, 16],
    ['<View', 'not closed', 1, 6],
    ['<View a=b/>', 'must be in quotes', 1, 9],
    ['<View a="&nbsp;"/>', '&nbsp; is not an entity', 1, 10],
    ['<View>a & b</View>', 'is not an entity', 1, 9],
    ['<View/><View/>', 'one root element', 1, 8],
    ['<!DOCTYPE x [<!ENTITY a "b">]><x/>', 'DTDs are not allowed', 1, 1],
    ['hello', 'Text outside', 1, 1],
    ['  ', 'empty', 1, 3],
    ['<View>&#0;</View>', 'not an entity', 1, 7],
    ['<A>'.repeat(101), 'nested more than 100', 1, 301],
  ])('refuses %j', (xml, message, line, column) => {
    const error = failure(xml)
    expect(error.message).toContain(message)
    expect({ line: error.line, column: error.column }).toEqual({ line, column })
  })
})

describe('parse', () => {
  it('types attributes by the spec, without regard to case, with defaults', () => {
    const { root } = parse('<View><image NAME="i" value="$u" zoomcontrol="false" zoomBy="1.5" mine="x"/></View>')
    const image = root.children[0]
    if (!image || !isTag(image, 'Image')) throw new Error('no Image')
    expect(image.attrs).toMatchObject({ name: 'i', zoomControl: false, zoomBy: 1.5, zoom: true, mine: 'x' })
  })

  it('takes text as the value of a tag, and mark-up of HyperText as written', () => {
    const { root } = parse('<View><Header> Hi </Header><HyperText name="h"><b>a</b> c</HyperText></View>')
    expect(root.children.map((node) => node.attrs.value)).toEqual(['Hi', '<b>a</b> c'])
    expect(root.children[1]?.children).toEqual([])
  })

  it('keeps unknown tags with their children', () => {
    const { root } = parse('<View><Foo><Text name="t" value="$t"/></Foo></View>')
    expect([...walk(root)].map((node) => node.tag)).toEqual(['View', undefined, 'Text'])
  })

  it('finds the sample task in a comment', () => {
    expect(parse('<View><!-- note --><!-- {"a": 1} --></View>').sample).toBe('{"a": 1}')
  })
})

describe('task data', () => {
  const data = { a: { b: [{ c: 7 }] }, 'x.y': 'dotted', n: null, title: 'T' }

  it('looks up paths and keeps the JSON type of a lone reference', () => {
    expect(resolveData('$a.b[0].c', data)).toBe(7)
    expect(resolveData('$x.y', data)).toBe('dotted')
    expect(resolveData('$nope', data)).toBeUndefined()
    expect(resolveData('plain', data)).toBe('plain')
  })

  it('interpolates text, with nothing for what is missing', () => {
    expect(resolveText('$title: $a.b[0].c, $nope.', data)).toBe('T: 7, .')
    expect(resolveText('$n', data)).toBe('')
  })

  it('does not reach into prototypes', () => {
    expect(resolveData('$constructor', data)).toBeUndefined()
    expect(resolveData('$a.__proto__', data)).toBeUndefined()
  })

  it('names the fields a text needs', () => {
    expect(fieldsIn('$a.b[0] and $title')).toEqual(['a', 'title'])
  })
})

describe('readConfig', () => {
  it('describes objects and controls, and fills in the only possible target', () => {
    const config = readConfig(
      `<View><Text name="t" value="$text"/><Labels name="ner"><Label value="Person" alias="PER"/></Labels>
       <Choices name="c" toName="t" perRegion="true"><Choice value="A"/></Choices></View>`,
      { text: 'hi' },
    )
    expect(config.objects.get('t')).toMatchObject({ value: 'hi', pages: undefined })
    const ner = config.controls.get('ner')
    expect(ner).toMatchObject({ targets: ['t'], labels: true, scope: 'global' })
    expect([...(ner?.byStored.keys() ?? [])]).toEqual(['PER'])
    expect(config.controls.get('c')).toMatchObject({ scope: 'region', labels: false })
    expect(ner && regionKind(config, ner, 't')).toBe('span')
  })

  it('unrolls a Repeater with the task at hand', () => {
    const config = readConfig(
      `<View><Repeater on="$pages" indexFlag="{{idx}}" mode="pagination"><View>
         <Image name="p_{{idx}}" value="$pages[{{idx}}].url"/>
         <RectangleLabels name="b_{{idx}}" toName="p_{{idx}}"><Label value="L {{idx}}"/></RectangleLabels>
       </View></Repeater></View>`,
      { pages: [{ url: 'a' }, { url: 'b' }] },
    )
    expect([...config.objects.values()].map((one) => [one.name, one.value])).toEqual([
      ['p_0', 'a'],
      ['p_1', 'b'],
    ])
    expect(config.controls.get('b_1')?.targets).toEqual(['p_1'])
    expect(config.root.children[0]?.tag).toBe('PagedView')
    const ids = [...walk(config.root)].map((node) => node.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is empty where a Repeater has no list', () => {
    expect(readConfig('<View><Repeater on="$x"><Text name="t" value="$x"/></Repeater></View>', {}).objects.size).toBe(0)
  })

  it('takes options from task data after the static ones, nested ones too', () => {
    const config = readConfig(
      `<View><Text name="t" value="$t"/><Taxonomy name="tax" toName="t" value="$items"><Choice value="First"/></Taxonomy></View>`,
      {
        t: 'x',
        items: [{ value: 'Second', alias: 's', children: [{ value: 'Deep' }] }, 'Third', { value: 3, hint: null }],
      },
    )
    const options = config.controls.get('tax')?.options ?? []
    expect([...flatten(options)].map((one) => one.path)).toEqual([['First'], ['s'], ['s', 'Deep'], ['Third'], ['3']])
  })

  it('takes a label from a field, and leaves one that only looks like a field', () => {
    const config = readConfig(
      '<View><Text name="t" value="$t"/><Choices name="c"><Choice value="$a"/><Choice value="$100"/></Choices></View>',
      { t: 'x', a: 'Yes' },
    )
    expect([...(config.controls.get('c')?.byStored.keys() ?? [])]).toEqual(['Yes', '$100'])
  })

  it('gives keys in document order, skipping those the config names, and none to Taxonomy items', () => {
    const config = readConfig(
      `<View><Text name="t" value="$t"/>
       <Taxonomy name="x"><Choice value="T"/></Taxonomy>
       <Labels name="l" hotkey="9"><Label value="A"/><Label value="B" hotkey="1"/><Label value="C" hotkey="Shift+Ctrl+K"/></Labels>
       <Choices name="c"><Choice value="D"/></Choices></View>`,
    )
    const keys = [...config.controls.values()].flatMap((one) => [...one.byStored.values()].map((o) => [o.value, o.key]))
    expect(keys).toEqual([
      ['T', undefined],
      ['A', '2'],
      ['B', '1'],
      ['C', 'ctrl+shift+k'],
      ['D', '3'],
    ])
  })

  it('colours labels by their text, the same everywhere and different from one another', () => {
    const labels = ['Car', 'Bus', 'Person', 'Tree', 'Dog', 'Cat'].map((name) => `<Label value="${name}"/>`).join('')
    const xml = `<View><Text name="t" value="$t"/><Labels name="l">${labels}<Label value="Red" background="#f00"/></Labels>
      <Labels name="m"><Label value="Car"/><Label value="Bus" background="#36B37E"/></Labels></View>`
    const config = readConfig(xml)
    const colours = [...(config.controls.get('l')?.byStored.values() ?? [])].map((one) => one.colour)
    expect(new Set(colours).size).toBe(7)
    expect(colours[6]).toBe('#f00')
    const again = config.controls.get('m')?.byStored
    expect(again?.get('Car')?.colour).toBe(colours[0])
    expect(again?.get('Bus')?.colour).toBe(colours[1])
  })

  it('offers a blank label where labels may be empty', () => {
    const config = readConfig(
      '<View><Text name="t" value="$t"/><Labels name="l" allowEmpty="true"><Label value="A"/></Labels></View>',
    )
    expect(config.controls.get('l')?.options.map((one) => one.value)).toEqual(['', 'A'])
  })
})
