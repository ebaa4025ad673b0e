import { accountOf } from './account.ts';
import { expect, test } from './fixtures.ts';

test('a template is written beside the list, read as a real contact will, and never lost', async ({
  signedIn: page,
  given,
  switchboard,
  request,
}) => {
  const account = accountOf(switchboard, request);
  const reader = await given.contact({ first_name: 'Ottilie', last_name: 'Quade' });
  await given.contact({ first_name: 'Newest' });
  const title = `Shift ${reader.id}`;
  await page.goto('/templates');
  await page.getByRole('button', { name: 'New template' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  const message = page.getByRole('textbox', { name: 'Message' });
  await message.fill('Hi {{contact.fist_name}} ');
  await expect(page.getByText('is no field and goes out as typed')).toBeVisible();
  await page.getByRole('button', { name: 'Use First name' }).click();
  await expect(message).toHaveValue('Hi {{contact.first_name}} ');
  await message.press('End');
  await page.getByRole('button', { name: 'Business name' }).click();

  // As somebody real reads it; what they lack is told.
  await page.getByRole('combobox', { name: 'Preview as' }).fill('Ottilie');
  await page.getByRole('option', { name: 'Ottilie Quade' }).click();
  await expect(page.getByRole('group', { name: 'As they will read it' })).toContainText('Hi Ottilie');
  await expect(page.getByText('Ottilie Quade has no business name')).toBeVisible();

  await page.reload();
  await expect(page.getByText('Typed before and not saved yet.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
  await page.getByRole('radio', { name: 'Every account of the organization' }).check();
  await page.getByRole('button', { name: 'Save template' }).click();
  await expect(page).toHaveURL(/\/templates\/\d+/);
  const [saved] = await account.get(`/api/message_templates?q=${encodeURIComponent(title)}`);
  expect(saved).toMatchObject({
    title,
    content: 'Hi {{contact.first_name}} {{contact.business_name}}',
    owner_type: 'Organization',
  });

  await expect(page.getByRole('region', { name: 'Template' }).getByRole('heading', { name: title })).toBeVisible();

  // What a colleague changes shows up by itself; what is being typed stays, and is told.
  await message.fill('Mine');
  await account.put(`/api/message_templates/${saved.id}`, { content: 'Theirs' });
  await page.reload();
  await expect(page.getByText('Somebody changed this while you were writing.')).toBeVisible();
  await expect(message).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Show theirs' }).click();
  await expect(message).toHaveValue('Theirs');

  await page.getByRole('button', { name: 'Duplicate' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(`Copy of ${title}`);
  await page.goBack();
  await page.getByRole('button', { name: 'Delete' }).click();
  const row = page.getByRole('list', { name: 'Templates' }).getByRole('link', { name: title });
  await expect(row).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: /Undo/ }).click();
  await expect(row).toBeVisible();
  await expect(message).toHaveValue('Theirs');

  // The one that was used last on this device stands first.
  await account.post('/api/message_templates', { title: `Newer ${reader.id}`, content: 'Newer' });
  await page.goto(`/inbox/${reader.id}`);
  await page.getByRole('button', { name: 'Insert template' }).click();
  await page.getByRole('combobox', { name: 'Search templates' }).fill(title);
  await page.getByRole('option', { name: title }).click();
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue('Theirs');
  await page.goto('/templates');
  await expect(page.getByRole('list', { name: 'Templates' }).getByRole('listitem').first()).toContainText(title);

  await row.click();
  await message.fill('Ours');
  await page.getByRole('button', { name: 'Save template' }).click();
  const named = () => account.get(`/api/message_templates?q=${encodeURIComponent(title)}`);
  await expect.poll(named).toMatchObject([{ content: 'Ours' }]);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(row).toHaveCount(0);
  await page.goto('/templates');
  await expect.poll(named).toEqual([]);
});

test('what people type into a template is text, never markup, however long', async ({
  signedIn: page,
  switchboard,
  request,
}) => {
  const title = '<img src=x onerror="document.title=`hit`">';
  const made = await accountOf(switchboard, request).post('/api/message_templates', {
    title,
    content: `‮=HYPERLINK("x") {{contact.first_name {{{{ ${'x'.repeat(9_000)}`,
  });
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/templates/${made.id}`);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByText('is no field and goes out as typed').first()).toBeVisible();
    expect(await page.title()).not.toBe('hit');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});
