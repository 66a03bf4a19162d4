/** The same for pages without modules: one classic script, which makes `Labelwright` and Label Studio's own global. */

import * as labelwright from './module'

Object.assign(globalThis, { Labelwright: labelwright, LabelStudio: labelwright.LabelStudio })
