/** From so many tasks on, work on them is a job: the page does not wait for it. */
export const MANY = 1000
/** An export streams quickly; what is larger is better kept on the server than lost with a closed page. */
export const MANY_TO_EXPORT = 10_000
