import type { TableView } from './view.ts'

/** How all tasks of a project are looked at, kept in this browser tab: it is no saved view, and survives a reload. */

const nameOf = (project: number): string => `labelwright.tasks.${project}`

export function readKept(project: number): Partial<TableView> | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(project)) ?? 'null')
    return typeof kept === 'object' && kept !== null ? kept : undefined
  } catch {
    return undefined
  }
}

export function writeKept(project: number, view: TableView | undefined): void {
  try {
    if (view) sessionStorage.setItem(nameOf(project), JSON.stringify(view))
    else sessionStorage.removeItem(nameOf(project))
  } catch {
    // Without storage it holds until the page is left.
  }
}
