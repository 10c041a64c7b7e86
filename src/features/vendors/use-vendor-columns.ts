import { useMemo } from 'react'
import { type Vendor, vendorName } from '../../domain/contract/vendor.ts'
import { FIRST_DIRECTION } from '../../domain/vendor-sorts.ts'
import { useToday } from '../../ui/hooks/use-today.ts'
import type { Selection } from '../../ui/lists/select-rows.ts'
import { useSelectionColumn } from '../../ui/lists/selection-column.tsx'
import type { Column } from '../../ui/lists/virtual-table.tsx'
import { vendorColumns } from './vendor-columns.tsx'
import type { VendorsSearch } from './vendors-search.ts'

const vendorKey = ({ id }: Vendor): number => id

interface VendorColumnsOptions {
  /** The vendors on the screen, in display order. */
  rows: readonly Vendor[]
  search: VendorsSearch
  onSearch: (change: Partial<VendorsSearch>) => void
  selection: Selection<Vendor>
  onSelect: (selection: Selection<Vendor>) => void
}

/**
 * The columns of the list of vendors: the selection column, then columns that also sort the list.
 */
export const useVendorColumns = (options: VendorColumnsOptions): Column<Vendor>[] => {
  const { rows, search, onSearch, selection, onSelect } = options
  const { sort, dir } = search
  const today = useToday()
  const selectColumn = useSelectionColumn({
    rows,
    rowKey: vendorKey,
    selection,
    onSelect,
    nameOf: vendorName,
    noun: 'vendors',
  })
  return useMemo(
    () => [
      selectColumn,
      ...vendorColumns(today).map(
        (column): Column<Vendor> => ({
          ...column,
          sorted: column.id !== sort ? undefined : dir === 'ASC' ? 'ascending' : 'descending',
          onSort: () =>
            onSearch({
              sort: column.id,
              dir: column.id !== sort ? FIRST_DIRECTION[column.id] : dir === 'ASC' ? 'DESC' : 'ASC',
            }),
        }),
      ),
    ],
    [selectColumn, today, sort, dir, onSearch],
  )
}
