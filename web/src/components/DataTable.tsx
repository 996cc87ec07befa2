import { ActionIcon, Table } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useState, type ReactNode } from 'react';
import classes from './DataTable.module.css';

export interface Column<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and times align right. */
  align?: 'right';
  width?: string;
}

interface DataTableProps<Row> {
  /** The name that a screen reader announces. */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** More about a row, below it, on demand; `rowName` names the button. */
  detail?: (row: Row) => ReactNode;
  rowName?: (row: Row) => string;
}

/** A dense table; on a phone each row becomes a card and each cell carries its header. */
export function DataTable<Row>({ label, columns, rows, rowKey, detail, rowName }: DataTableProps<Row>) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) {
      next.add(key);
    }
    setOpen(next);
  };
  // The roles are written out because `display: block` on a phone would take them away.
  return (
    <Table className={classes.table} aria-label={label} role="table" highlightOnHover verticalSpacing={6}>
      <Table.Thead className={classes.head} role="rowgroup">
        <Table.Tr role="row">
          {detail && <Table.Th role="columnheader" w={36}><span className={classes.unseen}>Details</span></Table.Th>}
          {columns.map((column) => (
            <Table.Th key={column.header} role="columnheader" ta={column.align} w={column.width}>
              {column.header}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {rows.map((row) => {
          const key = rowKey(row);
          const isOpen = open.has(key);
          return (
            <Fragment key={key}>
              <Table.Tr role="row" className={classes.row}>
                {detail && (
                  <Table.Td role="cell" className={classes.toggle}>
                    <ActionIcon
                      variant="subtle"
                      size="sm"
                      aria-expanded={isOpen}
                      aria-label={`Details of ${rowName?.(row) ?? key}`}
                      onClick={() => toggle(key)}
                    >
                      {isOpen ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
                    </ActionIcon>
                  </Table.Td>
                )}
                {columns.map((column) => (
                  <Table.Td key={column.header} role="cell" data-label={column.header} data-align={column.align}>
                    <div className={classes.cell}>{column.cell(row)}</div>
                  </Table.Td>
                ))}
              </Table.Tr>
              {detail && isOpen && (
                <Table.Tr role="row" className={classes.detail}>
                  <Table.Td role="cell" colSpan={columns.length + 1}>{detail(row)}</Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
