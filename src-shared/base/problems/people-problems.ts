// What can be wrong with people and their passwords. No words tell which half of a sign-in was wrong.

export const peopleProblems = {
  sign_in_refused: { zh: '人员或密码不正确', en: 'The person or the password is not right' },
  sign_in_wait: { zh: '请在 {seconds} 秒后再试', en: 'Try again in {seconds} seconds' },
  sign_in_locked_out: {
    zh: '连续输错次数过多，{minutes} 分钟后才能再试',
    en: 'Too many wrong attempts; the next one is possible in {minutes} minutes',
  },
  password_too_short: {
    zh: '密码至少 {limit} 位，现为 {length} 位',
    en: 'A password has at least {limit} characters, this one has {length}',
  },
  password_too_simple: {
    zh: '密码应含大写字母、小写字母、数字、符号中的至少三类',
    en: 'A password needs three of: capital letters, small letters, digits, signs',
  },
  password_same_as_before: { zh: '新密码不能与原密码相同', en: 'The new password must differ from the old one' },
  password_contains_name: {
    zh: '密码不能包含本人姓名或警号',
    en: 'The password must not contain the person’s name or number',
  },
  recovery_half_mistyped: {
    zh: '第 {half} 份恢复码抄写有误（共 28 个字母和数字），请对照打印件核对',
    en: 'Recovery half {half} is mistyped (28 letters and digits); compare it with the printed sheet',
  },
  recovery_refused: {
    zh: '两份恢复码与本案台不符，请确认是本案台的两份不同的恢复码',
    en: 'These are not the two halves of this desk’s recovery code',
  },
  recovery_by_one_person: {
    zh: '两份恢复码须由两个人分别带来，请填写两人的姓名',
    en: 'The two halves are brought by two different people; give both names',
  },
  person_of_another_desk: {
    zh: '{name} 是另一案台的人员，请在那台电脑上管理',
    en: '{name} belongs to another desk; manage them there',
  },
  person_unknown: { zh: '没有这名人员', en: 'There is no such person' },
  person_disabled: { zh: '该人员已停用', en: 'This person is disabled' },
  staff_number_taken: { zh: '警号（工号）{number} 已登记给{name}', en: 'Number {number} already belongs to {name}' },
  last_head: {
    zh: '至少要保留一名启用的负责人和一名启用的系统管理员',
    en: 'At least one enabled head and one enabled system administrator must remain',
  },
  roles_not_together: {
    zh: '{role}与{other}须由不同的人担任（三员分立）',
    en: '{role_en} and {other_en} must be different people (separation of duties)',
  },
  own_roles: {
    zh: '不能给本人增加角色，请由另一名管理员办理',
    en: 'Nobody gives a role to themselves; another administrator does that',
  },
  not_allowed: { zh: '您没有进行此操作的权限（需要：{roles}）', en: 'You may not do this (it needs: {roles})' },
  record_not_visible: { zh: '没有这条记录，或您无权查看', en: 'There is no such record, or you may not see it' },
} as const;
