// Sticks and the bundles on them.

export const bundleProblems = {
  bundle_not_found: { zh: '这里没有数据包：{place}', en: 'There is no bundle here: {place}' },
  bundle_part_missing: {
    zh: '数据包“{name}”缺第 {missing} 份（共 {parts} 份）；没有写入任何内容',
    en: 'Part {missing} of {parts} of the bundle {name} is missing; nothing was written',
  },
  bundle_parts_mixed: {
    zh: '这些文件不属于同一个数据包：{names}',
    en: 'These files are not of one bundle: {names}',
  },
  bundle_part_wrong: {
    zh: '“{name}”与校验和不符：写入后被改动或损坏；没有写入任何内容',
    en: '{name} does not match its checksum: it was changed or damaged since it was written; nothing was taken in',
  },
  bundle_no_bundle: { zh: '“{name}”不是数据包', en: '{name} is no bundle' },
  bundle_not_for_us: {
    zh: '这份数据包不是给这里的：它是给别的案台或别的中心的，这里打不开',
    en: 'This bundle is not for here: it is for another desk or another centre, and cannot be opened',
  },
  bundle_other_desk: {
    zh: '这份数据包是给案台“{name}”的，不是给本机的',
    en: 'This bundle is for the desk {name}, not for this one',
  },
  bundle_other_centre: {
    zh: '这份数据包来自另一个中心，本机没有接入它',
    en: 'This bundle is from another centre than this desk’s',
  },
  bundle_wrong_way: {
    zh: '这是案台送往中心的数据包，不是中心的回执包：请在中心导入',
    en: 'This bundle goes to the centre; it is no answer of the centre. Import it there',
  },
  bundle_for_desk: {
    zh: '这是中心给案台“{name}”的回执包，不是送往中心的数据包：请在那台案台导入',
    en: 'This is the centre’s answer for the desk {name}, no bundle for the centre. Import it at that desk',
  },
  bundle_damaged: {
    zh: '数据包已损坏或被改动（约第 {at} 字节处）；没有写入任何内容',
    en: 'The bundle is damaged or was changed (near byte {at}); nothing was taken in',
  },
  bundle_cut_short: {
    zh: '数据包不完整，末尾被截断：请重新复制；没有写入任何内容',
    en: 'The bundle is cut short: copy it once more; nothing was taken in',
  },
  bundle_bad_zip: {
    zh: '数据包内部有不允许的内容（{why}）；没有写入任何内容',
    en: 'The bundle holds what no bundle may hold ({why}); nothing was taken in',
  },
  bundle_bad_manifest: {
    zh: '数据包清单有误（{field}）；没有写入任何内容',
    en: 'The manifest of the bundle is wrong ({field}); nothing was taken in',
  },
  bundle_bad_signature: {
    zh: '数据包的签名无效：不是它所说的那台机器签的，或签后被改动；没有写入任何内容',
    en: 'The signature of the bundle is not valid: it was signed by another key or changed since; nothing was taken in',
  },
  bundle_counts_lie: {
    zh: '数据包里的内容与清单不符（{name}）；没有写入任何内容',
    en: 'What the bundle holds is not what its manifest says ({name}); nothing was taken in',
  },
  bundle_newer: {
    zh: '数据包由更新的版本写成（{version}，本机认识到 {known}）：请先升级；没有写入任何内容',
    en: 'The bundle was made by a newer version ({version}; this one knows {known}): update first; nothing was taken in',
  },
  bundle_too_large: { zh: '数据包太大（{what}）', en: 'The bundle is too large ({what})' },
  bundle_media_full: {
    zh: 'U 盘空间不足：还差约 {missing} MB；没有留下半份数据包',
    en: 'The stick is full: about {missing} MB more are needed; no half bundle was left on it',
  },
  bundle_media_read_only: {
    zh: 'U 盘写保护或没有写入权限：{place}',
    en: 'The stick is read-only or may not be written to: {place}',
  },
  bundle_media_gone: {
    zh: 'U 盘已拔出或读写出错：{place}。本机数据没有变化，可以重来',
    en: 'The stick was pulled or failed: {place}. Nothing on this PC has changed; do it again',
  },
  bundle_read_back: {
    zh: '写入后回读不一致（{name}）：这个 U 盘不可靠，请换一个',
    en: 'What was read back from the stick is not what was written ({name}): use another stick',
  },
  bundle_unknown: { zh: '本机没有写过这个编号的 U 盘', en: 'This desk has not written a stick of that number' },
  bundle_not_taken: {
    zh: '中心没有收下（凭回执码），原因请问中心',
    en: 'The centre did not take it in (by the receipt code); ask the centre why',
  },
  bundle_not_here: {
    zh: '中心没有这份数据包的结果：请重新送一次',
    en: 'The centre has nothing about this bundle: send it once more',
  },
} as const;
