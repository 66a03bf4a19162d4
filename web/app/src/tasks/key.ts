/** Key of everything that shows tasks of a project; refreshed when tasks change. A file of its own: the labelling pages need nothing else of the list. */
export const tasksKey = (project: number) => ['tasks', project] as const
