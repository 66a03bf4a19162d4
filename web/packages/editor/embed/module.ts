/** The ES module. Styles come along in the scripts that need them. */

import '../src/mantine.css'

export * from '../src/embed'
