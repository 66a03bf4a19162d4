// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { showEditor, useShownEditors } from '../../testing/showEditor'
import { formatOf, fromField, kindOf, limitFor, passedLimit, toField, yearsBetween } from './dates'

const stored = (only: string | undefined, text: string, format?: string) => {
  const kind = kindOf(only)
  return fromField(text, kind, formatOf(kind, format))
}
const shown = (only: string | undefined, value: string, format?: string) => {
  const kind = kindOf(only)
  return toField(value, kind, formatOf(kind, format))
}

describe('dates as they are stored', () => {
  it('are ISO without a zone where no format is given', () => {
    expect(stored(undefined, '2024-05-17T09:30')).toBe('2024-05-17T09:30')
    expect(stored('date', '2024-05-17')).toBe('2024-05-17')
    expect(stored('month,year', '2024-05')).toBe('2024-05')
    expect(stored('year', '2024')).toBe('2024')
  })

  it('follow the format, times excepted, with month names in English', () => {
    expect(stored('date', '2024-05-17', '%d.%m.%Y')).toBe('17.05.2024')
    expect(stored('date, time', '2024-05-17T09:30', '%F %T')).toBe('2024-05-17 09:30:00')
    expect(stored('month,year', '2024-05', '%B %Y')).toBe('May 2024')
    expect(stored('time', '09:30', '%I o’clock')).toBe('09:30')
  })

  it('are read back by their format, or as ISO whatever it is', () => {
    expect(shown('date', '17.05.2024', '%d.%m.%Y')).toBe('2024-05-17')
    expect(shown('date', '2024-05-17', '%d.%m.%Y')).toBe('2024-05-17')
    expect(shown(undefined, '2024-05-17T09:30:59', '%Y-%m-%dT%H:%M:%S')).toBe('2024-05-17T09:30:59')
    expect(shown('date', 'yesterday')).toBeUndefined()
    expect(shown('year', '2024')).toBe('2024')
  })

  it('exist at hours that summer time leaves out', () => {
    for (const hour of ['01', '02', '03']) {
      expect(stored(undefined, `2024-03-31T${hour}:30`)).toBe(`2024-03-31T${hour}:30`)
    }
  })

  it('have limits that may be years, of which the last means its last day', () => {
    const now = new Date(2026, 4, 1)
    expect(limitFor('2020', 'date', 'min', now)).toBe('2020-01-01')
    expect(limitFor('current', 'date', 'max', now)).toBe('2026-12-31')
    expect(limitFor('2020-02-03', 'datetime', 'max', now)).toBe('2020-02-03T23:59')
    expect(limitFor(undefined, 'date', 'min', now)).toBeUndefined()
  })

  it('offer years from 2000 to this one unless the config says otherwise', () => {
    const now = new Date(2026, 4, 1)
    expect([yearsBetween(undefined, undefined, now)[0], yearsBetween(undefined, undefined, now).at(-1)]).toEqual([
      '2026',
      '2000',
    ])
    expect(yearsBetween('1998', '2000', now)).toEqual(['2000', '1999', '1998'])
    expect(yearsBetween('current', 'current', now)).toEqual(['2026'])
  })
})

describe('limits of dates', () => {
  const now = new Date(2026, 4, 1)
  it.each([
    ['2019-12-31T23:59', 'datetime', 'too-early'],
    ['2020-01-01T00:00', 'datetime', undefined],
    ['2021-01-01T00:00', 'datetime', 'too-late'],
    ['2020-12', 'month-year', undefined],
    ['2021-01', 'month-year', 'too-late'],
    ['2019', 'year', 'too-early'],
    ['2020', 'year', undefined],
    ['05', 'month', undefined],
  ] as const)('%s as %s', (field, kind, code) => {
    expect(passedLimit(field, kind, { min: '2020', max: '2020' }, now)?.code).toBe(code)
  })

  it('hold for times of the day', () => {
    expect(passedLimit('07:59', 'time', { min: '08:00' }, now)).toEqual({ code: 'too-early', limit: '08:00' })
  })
})

const config = (attributes = '') =>
  `<View><Text name="t" value="$t"/><DateTime name="d" toName="t" ${attributes}/></View>`
const data = { t: 'x' }
const result = (datetime: string) => [{ id: 'a', from_name: 'd', to_name: 't', type: 'datetime', value: { datetime } }]

describe('a date on screen', () => {
  useShownEditors()

  it('is written as it is typed, and taken back when the field is emptied', async () => {
    const ed = await showEditor(config('only="date" format="%d.%m.%Y"'), { data })
    await ed.type(ed.named('d'), '2024-05-17')
    expect(await ed.submit()).toMatchObject([{ type: 'datetime', value: { datetime: '17.05.2024' } }])
    await ed.type(ed.named('d'), '')
    expect(await ed.submit()).toEqual([])
  })

  it('is not written while the year is half typed', async () => {
    const ed = await showEditor(config('only="date"'), { data })
    await ed.type(ed.named('d'), '0020-05-17')
    expect(await ed.submit()).toEqual([])
  })

  it('that cannot be read is shown and kept', async () => {
    const ed = await showEditor(config('only="date"'), { data, result: result('spring 1900'), annotationId: 1 })
    expect(ed.element.textContent).toContain('spring 1900')
    ed.named('d').focus()
    ed.named('d').blur()
    expect(await ed.submit()).toEqual(result('spring 1900'))
  })

  it('says when it is too early or too late', async () => {
    const limited = config('only="date" min="2020-01-01" max="2020"')
    const early = await showEditor(limited, { data, result: result('2019-12-31'), annotationId: 1 })
    expect(early.element.textContent).toContain('Not before 2020-01-01')
    const late = await showEditor(limited, { data, result: result('2021-01-01'), annotationId: 1 })
    expect(late.element.textContent).toContain('Not after 2020-12-31')
  })

  it('is not submitted while it is too early or too late', async () => {
    const limited = config('only="date" format="%d.%m.%Y" min="2020-01-01" max="2020"')
    const ed = await showEditor(limited, { data, result: result('31.12.2019'), annotationId: 1 })
    expect(await ed.submit()).toBeUndefined()
    expect(ed.find('[role="alert"]').textContent).toContain('Not before 2020-01-01')
    await ed.type(ed.named('d'), '2020-12-31')
    expect(await ed.submit()).toMatchObject([{ value: { datetime: '31.12.2020' } }])
  })

  it('with month and year is an answer once both are chosen', async () => {
    const ed = await showEditor(config('only="month,year" format="%m/%Y" min="2019" max="2021"'), { data })
    const choose = async (field: string, option: string) => {
      const input = ed.all(`input[aria-label="${field}"]`)[0] as HTMLElement
      await ed.click(input)
      const found = [...document.querySelectorAll<HTMLElement>('[role="option"]')].find(
        (it) => it.textContent === option,
      )
      await ed.click(found as HTMLElement)
    }
    await choose('d, month', 'May')
    expect(await ed.submit()).toEqual([])
    await choose('d, year', '2020')
    expect(await ed.submit()).toMatchObject([{ value: { datetime: '05/2020' } }])
  })

  it('gets the focus by its key, and no change from people who only look', async () => {
    const ed = await showEditor(config('only="date" hotkey="d"'), { data, readOnly: true })
    await ed.key(document.body, 'd')
    expect(document.activeElement).toBe(ed.named('d'))
    expect(ed.named('d').hasAttribute('readonly')).toBe(true)
  })
})
