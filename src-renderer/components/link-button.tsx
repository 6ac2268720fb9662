// A button that leads to another page, and a text link that does.

import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type OfAnchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'> & {
  readonly ref?: Ref<HTMLAnchorElement>;
};

function ButtonAsAnchor(props: ButtonProps & OfAnchor) {
  return <Button component="a" {...props} />;
}

function TextAnchor(props: AnchorProps & OfAnchor) {
  return <Anchor component="a" {...props} />;
}

export const LinkButton = createLink(ButtonAsAnchor);
export const TextLink = createLink(TextAnchor);
