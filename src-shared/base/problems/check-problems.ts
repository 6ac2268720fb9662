// What can be wrong with a typed text, number, date, amount or calendar file: what is wrong, and what to do about it.

const textProblems = {
  text_too_long: {
    zh: '内容过长：最多 {limit} 个字，请删减或改为附件',
    en: 'Too long: at most {limit} characters; shorten it or attach it as a file',
  },
  text_control_character: {
    zh: '第 {position} 个字是看不见的控制字符（{character}），请删去后重新输入',
    en: 'Character {position} is an invisible control character ({character}); delete it and type again',
  },
  text_broken_character: {
    zh: '第 {position} 个字已损坏，无法保存，请删去后重新输入',
    en: 'Character {position} is damaged and cannot be saved; delete it and type again',
  },
  name_too_long: { zh: '姓名过长：最多 {limit} 个字', en: 'The name is too long: at most {limit} characters' },
} as const;

const residentIdProblems = {
  id_length: {
    zh: '身份证号应为 18 位，现为 {length} 位，请对照证件补全（老式号码 15 位）',
    en: 'A resident ID number has 18 characters, this one has {length}; compare it with the card (old numbers have 15)',
  },
  id_characters: {
    zh: '身份证号只能是数字，仅末位可为 X，请检查是否误输字母或符号',
    en: 'A resident ID number has digits only, and X only at the end; look for a mistyped letter or sign',
  },
  id_province: {
    zh: '身份证号前两位“{province}”不是省级代码，请核对前六位',
    en: 'The first two digits “{province}” are no province; check the first six digits',
  },
  id_is_permit: {
    zh: '这是港澳台居民居住证号码，请把证件类型改为“港澳台居民居住证”',
    en: 'This is the number of a residence permit for Hong Kong, Macao or Taiwan residents; change the document type',
  },
  id_not_permit: {
    zh: '港澳台居民居住证号码以 81、82、83 开头，现为“{province}”，请核对号码或证件类型',
    en: 'A Hong Kong, Macao or Taiwan residence permit begins with 81, 82 or 83, not “{province}”; check number and type',
  },
  id_date: {
    zh: '身份证号中的出生日期 {date} 不存在，请核对第 7 至 14 位',
    en: 'The birth date {date} inside the number does not exist; check characters 7 to 14',
  },
  id_future: {
    zh: '身份证号中的出生日期 {date} 在今天之后，请核对第 7 至 14 位',
    en: 'The birth date {date} inside the number is after today; check characters 7 to 14',
  },
  id_age: {
    zh: '按身份证号推算已超过 {limit} 岁（{date} 出生），请核对；确为历史档案的，勾选“历史记录”',
    en: 'By this number the person is over {limit} years old (born {date}); check it, or mark it as a historic record',
  },
  id_check_digit: {
    zh: '身份证号校验不符，有一位输错或两位颠倒，请对照证件逐位核对',
    en: 'The check digit does not match: a digit is wrong or two are swapped; compare it with the card digit by digit',
  },
} as const;

const numberProblems = {
  credit_code_length: {
    zh: '统一社会信用代码应为 18 位，现为 {length} 位，请对照证照补全',
    en: 'A unified social credit code has 18 characters, this one has {length}; compare it with the certificate',
  },
  credit_code_characters: {
    zh: '统一社会信用代码第 {position} 位“{character}”不对：只用数字和大写字母，不用 I、O、S、V、Z',
    en: 'Character {position} “{character}” cannot be in a credit code: digits and letters only, without I, O, S, V, Z',
  },
  credit_code_area: {
    zh: '统一社会信用代码第 3 至 8 位应为行政区划数字，请对照证照核对',
    en: 'Characters 3 to 8 of a credit code are an area number in digits; compare it with the certificate',
  },
  credit_code_check_digit: {
    zh: '统一社会信用代码校验不符，请对照证照逐位核对',
    en: 'The check character of the credit code does not match; compare it with the certificate',
  },
  card_characters: { zh: '银行卡号只能是数字，请检查', en: 'A bank card number has digits only; check it' },
  card_length: {
    zh: '账号长度不对：现为 {length} 位，银行卡为 13 至 19 位',
    en: 'Wrong length: {length} digits; bank cards have 13 to 19',
  },
  card_unusual_length: {
    zh: '不是常见的银行卡长度（13 至 19 位，现为 {length} 位）；存折或对公账户可以保留',
    en: 'Not the usual length of a bank card (13 to 19, here {length}); keep it for a passbook or company account',
  },
  card_check_digit: {
    zh: '卡号校验不符，请再核对一遍；存折或对公账户可以保留',
    en: 'The card number fails its check; compare it once more, or keep it for a passbook or company account',
  },
  phone_form: {
    zh: '电话号码不对：手机为 11 位，固定电话请写“区号-号码”',
    en: 'Not a phone number: mobiles have 11 digits, landlines are written area code, hyphen, number',
  },
  phone_area_code: {
    zh: '固定电话缺少区号，请写成“区号-号码”',
    en: 'The area code is missing; write area code, hyphen, number',
  },
  phone_mobile_length: {
    zh: '手机号应为 11 位，现为 {length} 位',
    en: 'A mobile number has 11 digits, this one has {length}',
  },
  imei_form: {
    zh: '手机串号（IMEI）应为 15 位数字，现为 {length} 位',
    en: 'An IMEI has 15 digits, this one has {length} characters',
  },
  imei_check_digit: {
    zh: '手机串号校验不符，请再核对一遍（拨号界面输入 *#06# 可显示）',
    en: 'The IMEI fails its check; compare it once more (dial *#06# to show it)',
  },
} as const;

const moneyProblems = {
  yuan_not_a_number: {
    zh: '金额“{text}”看不懂，请写成 1234.56 或 1.2万元',
    en: '“{text}” is not an amount; write it as 1234.56 or 1.2万元',
  },
  yuan_negative: { zh: '金额不能为负数', en: 'An amount cannot be negative' },
  yuan_fraction_of_fen: {
    zh: '金额最小到分（元后两位小数），“{text}”不到整分',
    en: 'Amounts go down to one fen (two decimals of a yuan); “{text}” is not a whole number of fen',
  },
  yuan_too_large: {
    zh: '金额过大：整数部分最多 {digits} 位',
    en: 'The amount is too large: at most {digits} digits before the point',
  },
  allocation_no_weights: {
    zh: '没有可分配的份额：各人损失合计为零',
    en: 'There is nothing to allocate by: the weights add up to zero',
  },
  allocation_negative: { zh: '分配金额和份额不能为负数', en: 'Neither the pool nor a weight can be negative' },
} as const;

const dateProblems = {
  date_form: {
    zh: '日期“{text}”看不懂，请写成 2025-03-28、20250328 或 3.28',
    en: '“{text}” is not a date; write it as 2025-03-28, 20250328 or 3.28',
  },
  date_impossible: {
    zh: '没有 {text} 这一天，请核对年月日',
    en: 'There is no such day as {text}; check year, month and day',
  },
  time_form: {
    zh: '时间“{text}”看不懂，请写成 23:40 或 23时40分',
    en: '“{text}” is not a time; write it as 23:40',
  },
  time_impossible: {
    zh: '没有 {text} 这个时间，请核对时和分',
    en: 'There is no such time as {text}; check hours and minutes',
  },
  calendar_form: {
    zh: '工作日历文件格式不对，请向下发单位索取正确的文件',
    en: 'This is not a working-day calendar file; ask for the right file from whoever issued it',
  },
  calendar_date: {
    zh: '工作日历中的“{text}”不是有效日期',
    en: '“{text}” in the working-day calendar is not a valid date',
  },
  calendar_wrong_year: {
    zh: '工作日历中的 {date} 不属于 {year} 年',
    en: '{date} in the working-day calendar is not in {year}',
  },
  calendar_date_twice: { zh: '工作日历中的 {date} 出现了两次', en: '{date} is in the working-day calendar twice' },
  calendar_workday_on_weekday: {
    zh: '工作日历把 {date} 列为调休上班日，但这一天不是周六或周日',
    en: 'The working-day calendar lists {date} as a make-up working day, but it is neither Saturday nor Sunday',
  },
} as const;

export const checkProblems = {
  ...textProblems,
  ...residentIdProblems,
  ...numberProblems,
  ...moneyProblems,
  ...dateProblems,
} as const;
