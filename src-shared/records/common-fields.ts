// Fields every record has (公共字段), and the block that describes a person or a signature wherever one is asked for.

import type { Condition } from './condition.ts';
import type { Fields, GroupField } from './field.ts';
import { choice, date, dateTime, group, longText, officer, text, yesNo } from './field-builders.ts';
import type { Section } from './kind.ts';
import { words } from './words.ts';

/** 个人信息保护法 arts. 14, 29, 31: a consent that cannot be shown is none. */
const restsOnConsent: Condition = { equals: ['basis', 'consent'] };

export const commonFields: Fields = {
  source: choice('来源', 'Source', 'source'),
  handler: officer('经办人', 'Handler', { required: true, prefill: 'me', alsoCalled: ['承办人', '办理人', '登记人'] }),
  co_handler: officer('协办人', 'Second handler'),
  secrecy: choice('敏感级别', 'Sensitivity', 'secrecy'),
  basis: choice('处理依据', 'Basis of processing', 'processing_basis', {
    prefill: 'basis',
    staysFilled: true,
    hint: words(
      '处理个人信息的合法性基础；新记录按本种类填好，可以修改',
      'Why the data may be kept; a new record begins with that of its kind',
    ),
  }),
  consent_on: date('同意日期', 'Consent given on', {
    notFuture: true,
    required: restsOnConsent,
    shown: restsOnConsent,
  }),
  consent_how: choice('同意方式', 'How consent was given', 'consent_how', {
    required: restsOnConsent,
    shown: restsOnConsent,
    hint: words(
      '敏感个人信息须单独同意；不满十四周岁的，由父母或者其他监护人同意',
      'Sensitive data needs a consent of its own; below fourteen years a parent or guardian consents',
    ),
  }),
  remark: longText('备注', 'Remark', { search: 'text', alsoCalled: ['附注', '备考', 'Remarks', 'Note'] }),
};

export const commonSection: Section = {
  key: 'common',
  label: words('经办与备注', 'Handling and remarks'),
  fields: ['source', 'handler', 'co_handler', 'secrecy', 'basis', 'consent_on', 'consent_how', 'remark'],
};

/** A person, as much as is known: an unknown name stays unknown (`name_partial`, 舒某). */
export const personFields: Fields = {
  name: text('姓名', 'Name', {
    alsoCalled: ['名字', '当事人', '群众姓名', '人员姓名'],
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
  id_type: choice('证件类型', 'Document type', 'id_type', {
    alsoCalled: ['证件种类', '证件名称'],
    required: { filled: 'id_no' },
  }),
  id_no: text('证件号码', 'Document number', {
    alsoCalled: ['身份证号', '身份证号码', '身份证', '公民身份号码', '公民身份证号', '证件号', 'ID number'],
    maxLength: 40,
    check: 'residentIdByType',
    search: 'tail',
    mask: 'residentId',
    sensitivity: 'sensitive',
  }),
  gender: choice('性别', 'Sex', 'gender', { alsoCalled: ['男女', 'Gender'] }),
  birth_date: date('出生日期', 'Date of birth', {
    alsoCalled: ['出生年月', '出生年月日', '生日'],
    notFuture: true,
    sensitivity: 'sensitive',
  }),
  phone: text('联系电话', 'Phone', {
    alsoCalled: ['电话', '手机', '手机号', '手机号码', '电话号码', '联系方式', '联系手机', 'Telephone', 'Mobile'],
    maxLength: 40,
    check: 'phone',
    search: 'tail',
    mask: 'phone',
    sensitivity: 'sensitive',
  }),
  address: text('住址', 'Address', {
    alsoCalled: ['地址', '家庭住址', '现住址', '居住地址', '住所', '户籍地址'],
    maxLength: 200,
    search: 'text',
    mask: 'address',
    sensitivity: 'internal',
  }),
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
