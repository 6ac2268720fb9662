// A named account of this desk (or whoever stands there already), found by name, pinyin or staff number.

import type { PersonView } from '../../../src-shared/contract/views.ts';
import type { OfficerField } from '../../../src-shared/records/field.ts';
import { useFormSetting } from '../form-setting.ts';
import type { ControlProps } from './control.ts';
import { SearchSelect } from './search-select.tsx';

export function OfficerControl(props: ControlProps<OfficerField>) {
  const { people } = useFormSetting();
  const value = typeof props.value === 'string' ? props.value : '';
  const offered = people.filter((person) => (person.enabled && person.isOfThisDesk) || person.id === value);
  const options = offered.map((person) => ({ value: person.id, label: nameAmong(person, offered) }));
  const known =
    value === '' || options.some((option) => option.value === value) ? options : [...options, { value, label: value }];
  return (
    <SearchSelect
      {...props}
      value={value}
      options={known}
      onChange={(account) => props.onChange(account === '' ? null : account)}
    />
  );
}

/** The staff number stands beside a name only where two people share it. */
function nameAmong(person: PersonView, people: readonly PersonView[]): string {
  const isShared = people.some((other) => other !== person && other.name === person.name);
  return isShared && person.staffNumber !== '' ? `${person.name} ${person.staffNumber}` : person.name;
}
