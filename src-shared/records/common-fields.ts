// Fields every record has (公共字段), and the block that describes a person or a signature wherever one is asked for.

import type { Fields, GroupField } from './field.ts';
import { choice, date, dateTime, group, longText, officer, text, yesNo } from './field-builders.ts';
import type { Section } from './kind.ts';
import { words } from './words.ts';

export const commonFields: Fields = {
  source: choice('来源', 'Source', 'source'),
  handler: officer('经办人', 'Handler', { required: true, prefill: 'me' }),
  co_handler: officer('协办人', 'Second handler'),
  secrecy: choice('敏感级别', 'Sensitivity', 'secrecy'),
  remark: longText('备注', 'Remark', { search: 'text' }),
};

export const commonSection: Section = {
  key: 'common',
  label: words('经办与备注', 'Handling and remarks'),
  fields: ['source', 'handler', 'co_handler', 'secrecy', 'remark'],
};

/** A person, as much as is known: an unknown name stays unknown (`name_partial`, 舒某). */
export const personFields: Fields = {
  name: text('姓名', 'Name', {
    maxLength: 50,
    check: 'personName',
    search: 'name',
    mask: 'name',
    sensitivity: 'internal',
  }),
  name_partial: text('不完整姓名', 'Name as far as known', {
    maxLength: 50,
    search: 'name',
    hint: words('只知其姓时填，如“舒某”', 'When only part is known, as in 舒某'),
  }),
  id_type: choice('证件类型', 'Document type', 'id_type', { required: { filled: 'id_no' } }),
  id_no: text('证件号码', 'Document number', {
    maxLength: 40,
    check: 'residentIdByType',
    search: 'tail',
    mask: 'residentId',
    sensitivity: 'sensitive',
  }),
  gender: choice('性别', 'Sex', 'gender'),
  birth_date: date('出生日期', 'Date of birth', { notFuture: true, sensitivity: 'sensitive' }),
  phone: text('联系电话', 'Phone', {
    maxLength: 40,
    check: 'phone',
    search: 'tail',
    mask: 'phone',
    sensitivity: 'sensitive',
  }),
  address: text('住址', 'Address', { maxLength: 200, search: 'text', mask: 'address', sensitivity: 'internal' }),
  origin: text('籍贯或来自', 'From', { maxLength: 100, hint: words('如：湖南', 'As in: Hunan') }),
  name_public: text('公开称谓', 'Public form of address', {
    maxLength: 50,
    hint: words('对外使用，如：吴女士', 'For outside use, as in 吴女士'),
  }),
  consent_publicity: yesNo('同意公开姓名或肖像', 'Consents to publication of name or image'),
};

/** A person block; `more` adds fields of the role (relation, contribution). */
export function person(zh: string, en: string, more: Fields = {}): GroupField {
  return group(zh, en, { ...personFields, ...more });
}

/** A signature on paper or pad (admin procedure rules art. 263 demands a recording for electronic ones, hence paper first). */
export const signatureFields: Fields = {
  method: choice('签收方式', 'How it was signed', 'signature_method'),
  signed_at: dateTime('签署时间', 'Signed at', { notFuture: true, prefill: 'now' }),
  witness: text('见证人', 'Witness', { maxLength: 50 }),
};
