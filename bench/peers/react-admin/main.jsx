import { Admin, DataTable, DateField, List, Resource, TextInput } from 'react-admin';
import { createRoot } from 'react-dom/client';
import { readPage } from '../readPage.js';

// The least that react-admin needs to show two lists of the API, as its tutorial builds them.

const dataProvider = {
  getList: (resource, { pagination: { page, perPage }, filter }) =>
    readPage(resource, { page, per_page: perPage, ...filter }),
};

const Search = <TextInput key="q" source="q" label="Search" alwaysOn />;

const Contacts = () => (
  <List filters={[Search]} perPage={25} exporter={false}>
    <DataTable>
      <DataTable.Col source="first_name" disableSort />
      <DataTable.Col source="last_name" disableSort />
      <DataTable.Col source="phone" disableSort />
      <DataTable.Col source="business_name" disableSort />
    </DataTable>
  </List>
);

const Conversations = () => (
  <List filters={[Search]} filter={{ last_message_to_each_contact: true }} perPage={25} exporter={false}>
    <DataTable>
      <DataTable.Col source="sender_name" disableSort />
      <DataTable.Col source="receiver_name" disableSort />
      <DataTable.Col source="content" disableSort />
      <DataTable.Col source="created_at" field={DateField} disableSort />
    </DataTable>
  </List>
);

createRoot(document.getElementById('root')).render(
  <Admin dataProvider={dataProvider} disableTelemetry>
    <Resource name="contacts" list={Contacts} />
    <Resource name="messages" list={Conversations} />
  </Admin>,
);
