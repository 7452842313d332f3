/** The publications that `init --template` copies: folder in `templates/`, and what an editor calls it. */
export const TEMPLATE_NAMES: readonly (readonly [folder: string, zh: string])[] = [
  ['government', '政务简报'],
  ['reference', '内参'],
  ['company', '企业内刊'],
  ['party', '党建'],
  ['school', '校报'],
  ['hospital', '医院'],
  ['community', '社区'],
  ['official', '公文'],
  ['handbook', '手册'],
  ['tabloid', '小报'],
]
