// The calls about templates: a blank form comes in, its cells are bound, it is filled every month.

import { type } from '@orpc/contract';
import { z } from 'zod';
import { base } from './contract-base.ts';
import { templateBindings, templateFilling, templateName } from './template-inputs.ts';
import type { TemplateLine, TemplateView } from './template-views.ts';

const id = z.object({ id: z.string().min(1).max(64) });

export const templateContract = {
  list: base.output(type<readonly TemplateLine[]>()),
  /** Keeps a blank form, nothing bound yet. */
  add: base.input(z.object({ name: templateName, file: z.instanceof(File) })).output(type<TemplateView>()),
  open: base.input(id).output(type<TemplateView>()),
  save: base.input(id.extend({ name: templateName, bindings: templateBindings })).output(type<TemplateView>()),
  /** Out of use; the form and what was bound stay with the desk. */
  retire: base.input(id).output(type<null>()),
  /** Begins a job that makes the filled form. */
  fill: base.input(templateFilling).output(type<{ readonly job: string }>()),
};
