import { describe, expect, it } from 'vitest';
import { codeLists } from '../../../src-shared/records/code-lists.ts';
import { declarationFaults } from '../../../src-shared/records/declaration-faults.ts';
import { defineKind } from '../../../src-shared/records/define-kind.ts';
import { describeKind } from '../../../src-shared/records/describe-kind.ts';
import { choice, integer, text } from '../../../src-shared/records/field-builders.ts';
import type { Kind } from '../../../src-shared/records/kind.ts';
import { createKindRegistry } from '../../../src-shared/records/kind-registry.ts';
import { words } from '../../../src-shared/records/words.ts';
import { okValue, problemOf } from '../../support/ok-value.ts';
import { parcel, parcelDeclaration } from '../../support/parcel-kind.ts';

const faultsWith = (change: Partial<Kind>) => declarationFaults({ ...parcel, ...change });
const label = words('某', 'some');

describe('faults of a declaration', () => {
  it('are none in a whole one', () => {
    expect(declarationFaults(parcel)).toEqual([]);
  });

  it('stop the product at its start', () => {
    expect(() => defineKind({ ...parcelDeclaration, initialState: 'nowhere' })).toThrow(
      'kind parcel: initial state "nowhere" is not declared',
    );
  });

  it.each<[string, Partial<Kind>, readonly string[]]>([
    ['a key that is no key', { key: 'My Kind' }, ['its key must be lower-case letters, digits and _']],
    ['no word for numbers', { numberWord: '' }, ['it has no word for record numbers']],
    ['a title of no field', { title: { field: 'colour' } }, ['title: no field "colour"']],
    [
      'a title that tells what is sensitive',
      {
        title: {
          join: [
            { first: [{ field: 'secret' }, { masked: { field: 'owner/id_no' }, as: 'residentId' }] },
            { each: 'things', show: { field: 'serial' } },
            { when: { filled: 'place' }, then: { field: 'owner/name' }, else: { field: 'owner/id_no' } },
          ],
        },
      },
      ['secret', 'serial', 'owner/id_no'].map((path) => `title: "${path}" is sensitive and not masked`),
    ],
    ['a date that is none', { occurredAt: 'place' }, ['occurredAt: "place" is a text, not date or dateTime']],
    [
      'a column of no field',
      { list: { columns: ['owner/shoe'], filters: ['number'] } },
      ['list or second person: no field "owner/shoe"'],
    ],
    [
      'a sum of words',
      { register: [{ label, value: { sum: 'things/name' } }] },
      ['register column 某: "things/name" is a text, not integer or money'],
    ],
    [
      'each of no list',
      { register: [{ label, value: { each: 'owner/name', show: { field: 'name' } } }] },
      ['register column 某: "owner/name" is no list'],
    ],
    [
      'an entry of no lists',
      { register: [{ label, value: { entry: 'place', show: { field: 'name' } } }] },
      ['register column 某: "place" does not name the lists its entry is in'],
    ],
    [
      'an entry shown wrongly',
      { register: [{ label, value: { entry: 'handouts/lines/line', show: { field: 'shoe' } } }] },
      ['register column 某: no field "shoe"'],
    ],
    [
      'a deadline that is not there',
      { register: [{ label, value: { due: 'never' } }] },
      ['register column 某: no deadline "never"'],
    ],
    [
      'two measures of one key',
      { measures: [...parcel.measures, ...parcel.measures] },
      ['measure "worth" is declared twice'],
    ],
    [
      'matching by no field',
      { matching: { with: 'parcel', states: [], compare: [{ mine: 'shoe', theirs: 'shoe', weight: 1, as: 'same' }] } },
      ['matching: no field "shoe"'],
    ],
    [
      'a creation out of nothing',
      { creations: [{ key: 'c', label, from: 'place', kind: 'parcel', into: 'x', copy: {} }] },
      ['creation "c": "place" is no list'],
    ],
    [
      'a field in no section and one in two',
      { sections: [...parcel.sections.slice(1), { key: 'content', label, fields: ['result', 'shoe'] }] },
      [
        'section "content" is declared twice',
        'a section names "shoe", which is no field',
        'field "result" stands in two sections',
        ...['received_at', 'place', 'purpose', 'receiver', 'second_receiver', 'is_fragile', 'fragile_note'].map(
          (name) => `field "${name}" stands in no section`,
        ),
      ],
    ],
    [
      'papers that show what is not there',
      {
        documents: [
          { key: 'slip', label, title: '', per: 'owner/name', audience: 'file', blocks: [] },
          {
            key: 'slip',
            label,
            title: '',
            audience: 'file',
            blocks: [
              { photos: 'portrait', heading: '' },
              { when: { filled: 'shoe' }, blocks: [{ paragraph: { field: 'hat' } }, { note: '' }] },
              { table: { list: 'place', columns: [] } },
              {
                table: {
                  list: 'things',
                  columns: [{ label: '', value: { field: 'coat' }, width: 101 }],
                  where: { filled: 'sock' },
                },
              },
              { pairs: [{ label: '', value: { field: 'glove' } }] },
            ],
          },
        ],
      },
      [
        'document "slip" is declared twice',
        'document "slip": "owner/name" is no list',
        'document "slip": no attachment role "portrait"',
        'document "slip": no field "shoe"',
        'document "slip": no field "hat"',
        'document "slip": "place" is no list',
        'document "slip": the columns of "things" take 101 percent of the width',
        'document "slip": no field "sock"',
        'document "slip": no field "coat"',
        'document "slip": no field "glove"',
      ],
    ],
    [
      'clocks without a start or with two periods',
      {
        deadlines: [
          ...parcel.deadlines,
          {
            key: 'promised',
            label,
            from: 'shoe',
            rule: { days: 1, months: -1 },
            while: { inState: ['nowhere'] },
            source: label,
          },
        ],
      },
      [
        'deadline "promised" is declared twice',
        'deadline "promised": no field "shoe"',
        'deadline "promised": its rule must name exactly one period',
        'deadline "promised": its period must be whole and not negative',
        'deadline "promised": no state "nowhere"',
      ],
    ],
  ])('%s', (_, change, expected) => {
    expect(faultsWith(change)).toEqual(expected);
  });

  it('are found in states and steps', () => {
    const states = { ...parcel.states, island: { label, stage: 'open' } } as const;
    const step = { key: 'hand_out', label, from: [], to: 'nowhere', by: [], asks: ['shoe'], guards: [] };
    const clock = { key: 'tick', label, from: ['received'], to: 'expired', by: ['system'], guards: [] } as const;
    expect(faultsWith({ states, transitions: [...parcel.transitions, step, clock] })).toEqual([
      'step "hand_out" is declared twice',
      'step "hand_out": no state "nowhere"',
      'step "hand_out": it starts nowhere',
      'step "hand_out": nobody may take it',
      'step "hand_out": no field "shoe"',
      'step "tick": the clock would take it at once: it needs a guard',
      'state "island" is never reached',
    ]);
  });

  it('are found in every kind of condition', () => {
    const guards = [
      { all: [{ filled: 'shoe' }] },
      { any: [{ not: { equals: ['result', 'splendid'] } }] },
      { has: ['purpose', 'pigeon'] },
      { every: ['place', { filled: 'x' }] },
      { some: ['things', { filled: 'shoe' }] },
      { different: ['receiver', 'shoe'] },
      { notAfter: ['place', 'received_at'] },
      { atLeast: ['place', 1] },
      { attached: 'portrait' },
      { printed: 'poster' },
      { passed: 'never' },
      { inState: ['nowhere'] },
      { actorIs: ['place'] },
      { actorIsNot: ['shoe'] },
      { notAnOfficer: 'shoe' },
      { linkedDone: 'place' },
      { within: { taken: 'place', line: 'line', amount: 'amount', held: [{ list: 'shoe' }] } },
      {
        covered: {
          taken: 'handouts/lines',
          line: 'amount',
          amount: 'line',
          held: [{ list: 'things', amount: 'name', where: { filled: 'shoe' } }],
        },
      },
    ] as const;
    const faults = declarationFaults({
      ...parcel,
      invariants: guards.map((when, index) => ({ key: `g${index}`, says: label, when })),
    });
    const found = new Set(faults.map((fault) => fault.split('"')[1]));
    expect([...found]).toEqual(guards.map((_, index) => `g${index}`));
    expect(faults).toContain('invariant "g1": "result" has no code "splendid" (satisfaction)');
    expect(faults).toContain('invariant "g17": "amount" is a integer, not text');
  });

  it('are found in fields', () => {
    const fields = {
      status: text('状态', 'State'),
      Big: text('大', 'Big'),
      nameless: text('', ''),
      code: choice('码', 'Code', 'no_such_list'),
      narrow: integer('窄', 'Narrow', { min: 3, max: 2 }),
      computed: integer('算', 'Computed', { derived: { count: 'shoe' }, required: true }),
    };
    const section = { key: 'more', label, fields: Object.keys(fields) };
    expect(faultsWith({ fields: { ...parcel.fields, ...fields }, sections: [...parcel.sections, section] })).toEqual([
      'field "status": the name is the system\'s',
      'field "Big": its name must be lower-case letters, digits and _',
      'field "nameless": it has no label in both languages',
      'field "code": no code list "no_such_list"',
      'field "narrow": its least (3) is more than its most (2)',
      'field "computed": no field "shoe"',
      'field "computed": it is computed, so it cannot be required',
    ]);
  });
});

describe('the registry of kinds', () => {
  const other: Kind = { ...parcel, key: 'other', numberWord: '他' };

  it('gives a kind by its key, or says that there is none', () => {
    const registry = createKindRegistry([parcel, other], codeLists);
    expect(okValue(registry.get('other'))).toBe(other);
    expect(problemOf(registry.get('nothing'))).toEqual({ code: 'kind_unknown', facts: { kind: 'nothing' } });
  });

  it('refuses kinds that do not fit together', () => {
    const make =
      (...kinds: readonly Kind[]) =>
      () =>
        createKindRegistry(kinds, codeLists);
    expect(make(parcel, parcel)).toThrow('two kinds have the key "parcel"; two kinds number with 包');
    expect(make(other)).toThrow(
      'other: a field refers to kind "parcel", which is not there; other: matching with kind "parcel", which is not there',
    );
    const creation = { key: 'c', label, from: 'things', kind: 'other', into: 'x', copy: { shoe: { field: 'name' } } };
    expect(make({ ...parcel, creations: [creation] }, other)).toThrow(
      'creation "c" fills "shoe", which other does not have',
    );
    const matching = {
      with: 'other',
      states: ['nowhere'],
      compare: [{ mine: 'place', theirs: 'shoe', weight: 1, as: 'same' }],
    } as const;
    expect(make({ ...parcel, matching }, other)).toThrow(
      'matching compares "shoe", which other does not have; parcel: matching names state "nowhere", which other does not have',
    );
  });
});

describe('a kind described', () => {
  it('is plain data with the code lists it uses and the states it has', () => {
    const described = describeKind(parcel, codeLists);
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
    expect(Object.keys(described.codeLists)).toEqual([
      'consent_how',
      'contact_way',
      'gender',
      'id_type',
      'processing_basis',
      'satisfaction',
      'secrecy',
      'source',
    ]);
    expect(Object.keys(described.states)).toEqual(['received', 'handed_out', 'expired', 'void']);
  });
});
