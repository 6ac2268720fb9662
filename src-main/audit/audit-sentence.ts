// Says a line of the log in words: codes become what the declarations, the settings and the people of the desk call them.

import { type AuditAction, auditActions, fillAudit } from '../../src-shared/records/audit-actions.ts';
import { storedFieldAt } from '../../src-shared/records/field-at.ts';
import type { Kind } from '../../src-shared/records/kind.ts';
import { type Words, words } from '../../src-shared/records/words.ts';
import { accountKind } from '../records/account-kind.ts';
import type { Desk } from '../records/desk.ts';
import type { AuditEntry, AuditRow } from '../stores/audit-store.ts';

type Detail = AuditEntry['detail'];
type Language = keyof Words;

const languages = ['zh', 'en'] as const;

/** What settings and ways are called that stand in the log by a short name. */
const called: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  what: {
    unit: words('单位', 'unit'),
    lock: words('自动锁定时间', 'automatic lock'),
    closing: words('自动关闭时间', 'automatic closing'),
    calendar: words('工作日历', 'working calendar'),
    backups: words('备份', 'backups'),
    retention: words('保存期限', 'retention'),
    log_kept: words('审计日志留存期限', 'how long the log is kept'),
  },
  by: {
    print: words('打印', 'Printed'),
    pdf: words('存为 PDF', 'Saved as PDF'),
    json: words('存为数据文件', 'Saved as data'),
  },
  format: { csv: words('CSV 表格', 'CSV'), ndjson: words('可核验的 JSON 行', 'verifiable JSON lines') },
  how: {
    pin: words('PIN 码换人', 'by PIN'),
    idle: words('无人操作', 'nobody touched it'),
    window: words('窗口关闭', 'the window was closed'),
    sleep: words('电脑睡眠', 'the PC went to sleep'),
  },
  proof: { pin: words('PIN 码', 'by PIN'), password: words('密码', 'by password') },
  changed: {
    name: accountKind.fields.name?.label ?? words('姓名', 'Name'),
    staffNumber: words('警号（工号）', 'staff number'),
    residentId: words('身份证号', 'resident ID'),
    roles: words('角色', 'roles'),
    enabled: words('启用或停用', 'enabled or disabled'),
  },
};

/** @param kind of the record the line is about, null when there is none */
export function auditSentence(desk: Desk, row: Pick<AuditRow, 'action' | 'detail'>, kind: string | null): Words {
  const detail = parseDetail(row.detail);
  const template = isKnown(row.action) ? auditActions[row.action] : words(row.action, row.action);
  const ofKind = kindOf(desk, typeof detail.kind === 'string' ? detail.kind : kind);
  const [zh, en] = languages.map((language) =>
    fillAudit(
      template[language],
      Object.fromEntries(
        Object.entries(detail).map(([name, value]) => [name, factIn(desk, language, name, value, ofKind)] as const),
      ),
    ),
  );
  return { zh: zh ?? '', en: en ?? '' };
}

function isKnown(action: string): action is AuditAction {
  return Object.hasOwn(auditActions, action);
}

function kindOf(desk: Desk, key: string | null): Kind | null {
  if (key === null) return null;
  const kind = desk.kinds.get(key);
  return kind.ok ? kind.value : null;
}

function factIn({ people }: Desk, language: Language, name: string, value: string | number, kind: Kind | null): string {
  if (typeof value === 'number') return String(value);
  if (name === 'from') return people.current.byId.get(value)?.name ?? value;
  if (name === 'changed')
    return value
      .split(' ')
      .map((one) => called.changed?.[one]?.[language] ?? one)
      .join(language === 'zh' ? '、' : ', ');
  if (name === 'attached') return value.slice(0, 8);
  const label = called[name]?.[value] ?? declared(name, value, kind);
  return label === null || label === undefined ? value : label[language];
}

/** What the kind's declaration calls it. */
function declared(name: string, value: string, kind: Kind | null): Words | null {
  if (kind === null) return null;
  switch (name) {
    case 'kind':
      return kind.label;
    case 'document':
      return kind.documents.find(({ key }) => key === value)?.label ?? null;
    case 'step':
      return kind.transitions.find(({ key }) => key === value)?.label ?? null;
    case 'creation':
      return kind.label;
    case 'path':
      return pathWords(kind, value);
    default:
      return null;
  }
}

/** `owner/id_no` as 失主 · 证件号码. */
function pathWords({ fields }: Kind, path: string): Words | null {
  const segments = path.split('/');
  const labels = segments.flatMap((_segment, index) => {
    const field = storedFieldAt(fields, segments.slice(0, index + 1).join('/'));
    return field === null ? [] : [field.label];
  });
  const distinct = [...new Set(labels)];
  if (distinct.length === 0) return null;
  return { zh: distinct.map(({ zh }) => zh).join(' · '), en: distinct.map(({ en }) => en).join(' · ') };
}

/** Our own text; whatever a damaged line holds instead says nothing. */
function parseDetail(text: string): Detail {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter((entry): entry is [string, string | number] =>
        ['string', 'number'].includes(typeof entry[1]),
      ),
    );
  } catch {
    return {};
  }
}
