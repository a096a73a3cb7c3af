import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Refusal } from '../act/refusal.tsx';
import { useToday } from '../api/use-today.ts';
import { cellsOf, type Column } from './sheet.ts';

interface ExportProps<Item> {
  /** Of the list: the file is called so, with the day. */
  readonly name: string;
  readonly columns: readonly Column<Item>[];
  /** Everything that the list has as it is filtered and sorted now, not only what is shown of it. */
  readonly items: () => Promise<readonly Item[]>;
}

/** 导出: the list that the reader sees as an .xlsx file. */
export function ExportButton<Item>({ name, columns, items }: ExportProps<Item>): ReactElement {
  const today = useToday();
  const saving = useMutation({
    mutationFn: async () => save(`${name} ${today}.xlsx`, name, columns, await items()),
  });
  return (
    <>
      <Button
        className="export"
        icon={<DownloadOutlined aria-hidden />}
        loading={saving.isPending}
        onClick={() => saving.mutate()}
        title="下载成 .xlsx 表格：现在的筛选和排序，不只是这一页"
      >
        导出
      </Button>
      <Refusal error={saving.error} />
    </>
  );
}

/** The writer comes when somebody exports. */
async function save<Item>(
  fileName: string,
  sheet: string,
  columns: readonly Column<Item>[],
  items: readonly Item[],
): Promise<void> {
  const { default: writeSheet } = await import('write-excel-file/universal');
  const options = {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map(({ width = DEFAULT_WIDTH }) => ({ width })),
  };
  const address = URL.createObjectURL(await writeSheet(cellsOf(columns, items), options).toBlob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

const DEFAULT_WIDTH = 16;
/** The browser has taken the file by then. */
const KEPT_MS = 60_000;
