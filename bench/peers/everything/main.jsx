import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { readPage } from '../readPage.js';

// A thread with every text in the document, which is what one writes first. `/#7,8` shows the conversations 7 and 8;
// both are read whole before anything is shown.

const style = `
  #root { display: flex; height: 100vh; margin: 0; font: 15px sans-serif }
  [role='log'] { flex: 1; overflow-y: auto; display: flex; flex-direction: column-reverse }
  [role='log'] p { flex: none; max-width: 60%; margin: 4px 12px; padding: 8px 12px; border-radius: 12px; background: #eee }
  [role='log'] p.ours { align-self: end; background: #cde }
  time { display: block; font-size: 12px; color: #555 }`;

/** Newest first, as the API has them. */
async function readThread(id) {
  const texts = [];
  for (let page = 1; ; page += 1) {
    const { data, total } = await readPage(`messages/${id}`, { page, per_page: 100 });
    texts.push(...data);
    if (texts.length >= total || data.length === 0) return { id, texts };
  }
}

const time = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

const Text = ({ id, content, created_at, sender_type }) => (
  <p id={`text-${id}`} className={sender_type === 'User' ? 'ours' : undefined}>
    {content}
    <time dateTime={created_at}>{time.format(new Date(created_at))}</time>
  </p>
);

function Inbox({ threads }) {
  const [open, setOpen] = useState();
  const thread = threads.find(({ id }) => id === open);
  const show = (event, id) => {
    event.preventDefault();
    setOpen(id);
  };
  return (
    <>
      <style>{style}</style>
      <ul aria-label="Conversations">
        {threads.map(({ id }) => (
          <li key={id}>
            <a href={`/${id}`} aria-current={id === open} onClick={(event) => show(event, id)}>
              {id}
            </a>
          </li>
        ))}
      </ul>
      {thread && (
        <div role="log" key={open}>
          {thread.texts.map((text) => (
            <Text key={text.id} {...text} />
          ))}
        </div>
      )}
    </>
  );
}

const threads = await Promise.all(location.hash.slice(1).split(',').map(readThread));
createRoot(document.getElementById('root')).render(<Inbox threads={threads} />);
