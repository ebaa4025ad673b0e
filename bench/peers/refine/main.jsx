import '@refinedev/antd/dist/reset.css';
import { List, ThemedLayout, useTable } from '@refinedev/antd';
import { Refine } from '@refinedev/core';
import routerProvider from '@refinedev/react-router';
import { App, ConfigProvider, Form, Input, Table } from 'antd';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Outlet, Route, Routes } from 'react-router';
import { readPage } from '../readPage.js';

// The least that refine needs, with Ant Design, to show two lists of the API, as its tutorial builds them.

const dataProvider = {
  getList: ({ resource, pagination: { currentPage, pageSize }, filters }) =>
    readPage(resource, {
      page: currentPage,
      per_page: pageSize,
      ...Object.fromEntries(filters.map(({ field, value }) => [field, value])),
    }),
};

const onSearch = ({ q }) => [{ field: 'q', operator: 'contains', value: q }];

function Rows({ columns, permanent = [] }) {
  const { tableProps, searchFormProps } = useTable({ pagination: { pageSize: 25 }, filters: { permanent }, onSearch });
  return (
    <List>
      <Form {...searchFormProps}>
        <Form.Item name="q">
          <Input placeholder="Search" />
        </Form.Item>
      </Form>
      <Table {...tableProps} rowKey="id" columns={columns.map((name) => ({ dataIndex: name, title: name }))} />
    </List>
  );
}

const each = [{ field: 'last_message_to_each_contact', operator: 'eq', value: true }];

createRoot(document.getElementById('root')).render(
  <BrowserRouter>
    <ConfigProvider>
      <App>
        <Refine
          dataProvider={dataProvider}
          routerProvider={routerProvider}
          resources={['contacts', 'messages'].map((name) => ({ name, list: `/${name}` }))}
          options={{ disableTelemetry: true }}
        >
          <Routes>
            <Route
              element={
                <ThemedLayout>
                  <Outlet />
                </ThemedLayout>
              }
            >
              <Route
                path="contacts"
                element={<Rows columns={['first_name', 'last_name', 'phone', 'business_name']} />}
              />
              <Route
                path="messages"
                element={<Rows columns={['sender_name', 'receiver_name', 'content', 'created_at']} permanent={each} />}
              />
            </Route>
          </Routes>
        </Refine>
      </App>
    </ConfigProvider>
  </BrowserRouter>,
);
