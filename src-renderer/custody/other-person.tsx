// Choosing a colleague who works on cases: anybody of this desk but the person who is signed in.

import { Select } from '@mantine/core';
import type { Role } from '../../src-shared/contract/views.ts';
import { useOpenDesk } from '../desk/session.ts';

type Props = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (account: string | null) => void;
  readonly required?: boolean;
};

const casework: readonly Role[] = ['recorder', 'reviewer', 'head'];

export function OtherPerson({ label, value, onChange, required = false }: Props) {
  const { people, person } = useOpenDesk();
  const others = people.filter(
    ({ id, enabled, isOfThisDesk, roles }) =>
      enabled && isOfThisDesk && id !== person.id && roles.some((role) => casework.includes(role)),
  );
  return (
    <Select
      w={180}
      searchable
      clearable={!required}
      required={required}
      label={label}
      data={others.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
