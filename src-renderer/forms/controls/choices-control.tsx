// Several codes at once, as the boxes on the paper.

import type { ChoicesField } from '../../../src-shared/records/field.ts';
import { useWords } from '../../words/use-words.ts';
import { codesOf } from '../content-paths.ts';
import classes from '../form.module.css';
import { useFormSetting } from '../form-setting.ts';
import type { ControlProps } from './control.ts';

export function ChoicesControl({
  field,
  id,
  labelId,
  value,
  onChange,
  onLeave,
  describedBy,
}: ControlProps<ChoicesField>) {
  const { codeLists } = useFormSetting();
  const { say } = useWords();
  const chosen = codesOf(value);
  const listed = codeLists[field.codes] ?? {};
  const codes = [...Object.keys(listed), ...chosen.filter((code) => !Object.hasOwn(listed, code))];
  const toggle = (code: string, on: boolean) =>
    onChange(on ? [...chosen, code] : chosen.filter((each) => each !== code));
  return (
    <div
      className={classes.chips}
      role="group"
      id={id}
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      {codes.map((code) => {
        const words = listed[code];
        return (
          <label key={code} className={classes.chip}>
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={(event) => toggle(code, event.currentTarget.checked)}
            />
            {words ? say(words) : code}
          </label>
        );
      })}
    </div>
  );
}
