// Shows a paper in a frame of its own, at its real width, as high as it is.

import { useState } from 'react';
import { paperSource } from '../desk/paper.ts';
import classes from './print.module.css';

export function PaperFrame({ html, title }: { readonly html: string; readonly title: string }) {
  const [height, setHeight] = useState(0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long paper is scrolled with the keys
    <section className={classes.ground} tabIndex={0} aria-label={title}>
      <iframe
        className={classes.paper}
        title={title}
        srcDoc={paperSource(html)}
        // Height of what the service laid out, in CSS pixels; no inline style attribute is in the markup.
        style={height === 0 ? undefined : { height }}
        onLoad={(event) => setHeight(event.currentTarget.contentDocument?.documentElement.scrollHeight ?? 0)}
      />
    </section>
  );
}
