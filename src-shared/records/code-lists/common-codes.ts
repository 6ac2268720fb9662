// Code lists every kind uses: where a record comes from, who a person is, how something was signed.

import { words } from '../words.ts';

export const commonCodes = {
  /** CL-SRC */
  source: {
    visitor: words('来访', 'Came in person'),
    phone_call: words('来电', 'Telephone call'),
    police_call: words('110警情', '110 emergency call'),
    home_visit: words('走访', 'Home visit'),
    patrol: words('巡查', 'Patrol'),
    resident_report: words('居民反映', 'Reported by a resident'),
    meeting: words('会议', 'Meeting'),
    superior: words('上级交办', 'Assigned from above'),
    platform: words('平台推送', 'Pushed by a platform'),
    inspection_batch: words('督查批次', 'Inspection batch'),
    bank_lead: words('银行线索', 'Lead from a bank'),
    media: words('媒体', 'Media'),
    other: words('其他', 'Other'),
  },
  secrecy: {
    public: words('公开', 'Public'),
    internal: words('内部', 'Internal'),
    sensitive: words('敏感', 'Sensitive'),
  },
  /** GB/T 2261.1: 1, 2, 0, 9. */
  gender: {
    male: words('男', 'Male'),
    female: words('女', 'Female'),
    unknown: words('未知', 'Unknown'),
    unstated: words('未说明', 'Not stated'),
  },
  /** CL-ID */
  id_type: {
    resident_id: words('居民身份证', 'Resident identity card'),
    temporary_resident_id: words('临时身份证', 'Temporary identity card'),
    household_register: words('户口簿', 'Household register'),
    passport: words('护照', 'Passport'),
    hk_macao_travel_permit: words('港澳居民来往内地通行证', 'Mainland travel permit for Hong Kong and Macao residents'),
    taiwan_travel_permit: words('台湾居民来往大陆通行证', 'Mainland travel permit for Taiwan residents'),
    hk_macao_taiwan_residence_permit: words(
      '港澳台居民居住证',
      'Residence permit for Hong Kong, Macao and Taiwan residents',
    ),
    foreign_permanent_resident_id: words('外国人永久居留身份证', 'Permanent residence card for foreigners'),
    officer_id: words('军官证', 'Military officer card'),
    driving_licence: words('驾驶证', 'Driving licence'),
    other: words('其他', 'Other'),
    none: words('无证件', 'No document'),
  },
  signature_method: {
    handwritten: words('手写签名', 'Handwritten'),
    fingerprint: words('捺指印', 'Fingerprint'),
    handwritten_and_fingerprint: words('签名并捺指印', 'Handwritten and fingerprint'),
    electronic: words('电子签名', 'Electronic'),
    seal: words('盖章', 'Seal'),
    refused: words('拒绝签名', 'Refused to sign'),
  },
  /** CL-ORG */
  organisation_kind: {
    government: words('机关', 'Government body'),
    public_institution: words('事业', 'Public institution'),
    school: words('学校', 'School'),
    hospital: words('医院', 'Hospital'),
    bank: words('银行', 'Bank'),
    telecom: words('通信运营商', 'Telecom operator'),
    utility: words('供电供水供气供热', 'Power, water, gas or heat supplier'),
    military: words('部队', 'Military unit'),
    social_organisation: words('社会组织', 'Social organisation'),
    property_manager: words('物业', 'Property manager'),
    company: words('企业', 'Company'),
    community: words('社区', 'Community'),
    other: words('其他', 'Other'),
  },
  /** CL-SAT */
  satisfaction: {
    satisfied: words('满意', 'Satisfied'),
    mostly_satisfied: words('基本满意', 'Mostly satisfied'),
    dissatisfied: words('不满意', 'Dissatisfied'),
    unrated: words('未评价', 'Not rated'),
  },
  contact_way: {
    phone: words('电话', 'Telephone'),
    text_message: words('短信', 'Text message'),
    in_person: words('当面', 'In person'),
    letter: words('书面', 'In writing'),
    online: words('网络', 'Online'),
    through_relative: words('经家属', 'Through a relative'),
    through_organisation: words('经单位', 'Through an organisation'),
    other: words('其他', 'Other'),
  },
} as const;
