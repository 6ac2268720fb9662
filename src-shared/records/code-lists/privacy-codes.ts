// Code lists of the protection of personal information (个人信息保护法; the domain handbook §4.6 names the articles).

import { words } from '../words.ts';

export const privacyCodes = {
  /** Art. 13 and 34: on what a record about people rests. */
  processing_basis: {
    statutory_duty: words('履行法定职责', 'Statutory duty'),
    consent: words('取得个人同意', 'Consent of the person'),
    emergency: words('紧急情况下保护生命健康和财产安全', 'Protection of life and property in an emergency'),
  },
  /** Arts. 14, 29, 31. */
  consent_how: {
    written: words('书面同意', 'In writing'),
    separate: words('书面单独同意（敏感个人信息）', 'In writing, apart from anything else (sensitive data)'),
    guardian: words('监护人书面同意（不满十四周岁）', 'By a parent or guardian in writing (below fourteen)'),
    spoken: words('口头同意，已录音录像', 'Spoken, recorded on audio or video'),
  },
  /** What a person may ask for: art. 45 copy, 46 correction, 47 erasure, 48 explanation. */
  personal_request_kind: {
    access: words('查阅、复制', 'Access and copy'),
    correction: words('更正、补充', 'Correction'),
    erasure: words('清除', 'Erasure'),
    explanation: words('解释说明', 'Explanation'),
  },
  request_ground: {
    person: words('本人申请', 'The person asks'),
    relative: words('近亲属申请（本人已死亡）', 'A close relative asks (the person has died)'),
    retention: words('保存期限届满', 'The retention period is over'),
    own: words('单位主动清理', 'The unit of its own accord'),
  },
  request_identity: {
    document: words('核对身份证件原件', 'Original document seen'),
    known: words('当面核实，经办人认识本人', 'Met in person, known to the officer'),
    delegate: words('核对委托书和双方证件', 'Power of attorney and both documents seen'),
    kinship: words('核对亲属关系证明', 'Proof of kinship seen'),
  },
  erasure_extent: {
    person: words('申请人本人的信息', 'What is about the applicant'),
    whole: words('记录内全部个人信息', 'All personal data in the record'),
  },
  correction_result: {
    corrected: words('已更正', 'Corrected'),
    added: words('已补充', 'Added'),
    unchanged: words('核实无误，不予更正', 'Found right, not corrected'),
  },
  request_reply_way: {
    in_person: words('当面', 'In person'),
    letter: words('邮寄', 'By post'),
    phone: words('电话', 'By phone'),
    other: words('其他', 'Otherwise'),
  },
  /** Art. 57: leaked, altered or lost, or likely to be. */
  incident_kind: {
    leak: words('泄露', 'Leaked'),
    alteration: words('篡改', 'Altered'),
    loss: words('丢失', 'Lost'),
    misuse: words('越权查看或使用', 'Seen or used without authority'),
  },
  personal_category: {
    name: words('姓名', 'Names'),
    identity_number: words('身份证件号码', 'Document numbers'),
    phone: words('联系电话', 'Phone numbers'),
    address: words('住址、行踪轨迹', 'Addresses, whereabouts'),
    account: words('金融账户', 'Financial accounts'),
    health: words('医疗健康', 'Health'),
    minor: words('不满十四周岁未成年人信息', 'Children under 14'),
    photo: words('照片、影像', 'Pictures'),
    other: words('其他', 'Other'),
  },
  notice_choice: {
    notified: words('已通知个人', 'The persons were told'),
    not_needed: words('已有效避免危害，不通知个人', 'Harm was averted, the persons are not told'),
    demanded: words('履行职责的部门要求通知，已通知', 'The authority demanded it, they were told'),
  },
} as const;
