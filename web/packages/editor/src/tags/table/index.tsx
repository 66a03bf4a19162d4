/** Task data in rows and columns, to read. */

import { t } from '@labelwright/i18n'
import { useMemo, useState } from 'react'
import { type Json, resolveData, type TagNode } from '../../model'
import { Card } from '../../view/Card'
import { useAnnotation } from '../../view/context'
import { RemoteText } from '../../view/RemoteText'
import { Pager } from '../Pager'
import { defineTag } from '../tag'
import { type Grid, gridOf, readSource } from './grid'
import classes from './table.module.css'

const PAGE = 100

function TableTag({ node }: { node: TagNode<'Table'> }) {
  const { config } = useAnnotation()
  const data = resolveData(node.attrs.value, config.data)
  const byUrl = readSource(node.attrs.valueType).byUrl
  return byUrl && typeof data === 'string' ? (
    <RemoteText name={node.attrs.name} address={data}>
      {(text) => <DataTable node={node} data={text} />}
    </RemoteText>
  ) : (
    <DataTable node={node} data={data} />
  )
}

function DataTable({ node, data }: { node: TagNode<'Table'>; data: Json | undefined }) {
  const { name, valueType } = node.attrs
  const grid = useMemo(() => {
    const titles = { name: t('editor.tableName'), index: t('editor.tableIndex'), value: t('editor.tableValue') }
    return gridOf(data, readSource(valueType), titles)
  }, [data, valueType])
  return grid ? <Rows name={name} grid={grid} /> : <Card title={t('editor.noTable', { name })} />
}

function Rows({ name, grid }: { name: string; grid: Grid }) {
  const [page, setPage] = useState(0)
  const pages = Math.ceil(grid.rows.length / PAGE)
  const rows = grid.rows.slice(page * PAGE, (page + 1) * PAGE)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={classes.frame} aria-label={name} tabIndex={0}>
        <table className={classes.table}>
          {grid.columns.length > 0 && (
            <thead>
              <tr>
                {grid.columns.map((column, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
                  <th key={index} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <tr key={page * PAGE + index}>
                {row.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {pages > 1 && <Pager page={page} count={pages} onTurn={setPage} />}
    </>
  )
}

export const table = defineTag('Table', TableTag)
