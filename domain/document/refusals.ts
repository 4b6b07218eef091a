/** Refusals about a file. */
export const documentRefusals = {
  'document.too-large': {
    kind: 'tooLarge',
    article: 'A16',
    zh: '文件超过该格式({format})的大小上限({limitMb} MB)。',
    en: 'The file exceeds the limit of its format ({format}), {limitMb} MB.',
  },
  'document.total-exceeded': {
    kind: 'tooLarge',
    article: 'A16',
    zh: '全部文件合计超过上限({limitMb} MB),请压缩或删减后再上传。',
    en: 'All files together exceed the limit of {limitMb} MB.',
  },
  'document.too-many': {
    kind: 'tooLarge',
    article: 'A16',
    zh: '文件数量已达上限({limit} 个)。',
    en: 'There are {limit} files already, which is the limit.',
  },
  'document.not-checked': {
    kind: 'conflict',
    zh: '文件尚未上传完成或未通过检查,不能使用。',
    en: 'The file has not arrived or did not pass its check.',
  },
  'document.expired': {
    kind: 'conflict',
    article: 'A29',
    zh: '文件“{name}”上传后长期未使用,暂存已过期,请重新上传。',
    en: 'The file “{name}” was uploaded so long ago that it has expired: upload it again.',
  },
  'document.not-removable': {
    kind: 'conflict',
    article: 'A29',
    zh: '已提交的文件须保存,不能删除。',
    en: 'A file that was handed in is kept and cannot be removed.',
  },
} as const;
