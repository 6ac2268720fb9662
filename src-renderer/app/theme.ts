// How the window looks: calm, dense, official. Red is kept for what is overdue, yellow for what soon will be.

import {
  ActionIcon,
  Badge,
  Button,
  createTheme,
  type MantineColorsTuple,
  Modal,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  Select,
  Switch,
  Table,
  TagsInput,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

/** The blue of official letterheads. */
const ink: MantineColorsTuple = [
  '#eef4fb',
  '#d9e6f4',
  '#b3cce8',
  '#8ab0dc',
  '#6898d1',
  '#5289ca',
  '#4480c7',
  '#356db0',
  '#24598f',
  '#1d4577',
];

const small = { defaultProps: { size: 'sm' } } as const;

export const theme = createTheme({
  primaryColor: 'ink',
  colors: { ink },
  primaryShade: 8,
  autoContrast: true,
  defaultRadius: 'sm',
  fontFamily: "'Noto Sans SC Variable', 'Case Desk Rare', 'Case Desk Plane 2', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Noto Sans SC Variable', monospace",
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.55', xl: '1.6' },
  headings: { fontWeight: '600' },
  cursorType: 'pointer',
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({ defaultProps: { radius: 'sm', size: 'md', tt: 'none', fw: 500 } }),
    Button: Button.extend(small),
    Modal: Modal.extend({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 }, transitionProps: { duration: 80 } },
    }),
    NumberInput: NumberInput.extend(small),
    PasswordInput: PasswordInput.extend(small),
    SegmentedControl: SegmentedControl.extend(small),
    Select: Select.extend(small),
    Switch: Switch.extend(small),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', fz: 'sm' } }),
    TagsInput: TagsInput.extend(small),
    Textarea: Textarea.extend(small),
    TextInput: TextInput.extend(small),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true, fz: 'xs' } }),
  },
});
