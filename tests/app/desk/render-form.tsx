// Reads the values of an event's form as JSON on standard input, and writes the form's HTML on standard output.
import { text } from 'node:stream/consumers';
import { renderToStaticMarkup } from 'react-dom/server';
import { EventForm } from '@/components/desk/event-form';
import type { EventFormAnswer } from '@/components/desk/event-form-answer';

const choices = { countries: [], systems: [], sites: [], assessors: [] };
const action = async (before: EventFormAnswer) => before;
const initial = JSON.parse(await text(process.stdin));
process.stdout.write(renderToStaticMarkup(<EventForm action={action} initial={initial} choices={choices} />));
