import { Link } from '@tanstack/react-router'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { useLoadedList } from '../../api/use-loaded-list.ts'
import { vendors } from '../../api/vendors.ts'
import type { Vendor } from '../../domain/contract/vendor.ts'
import { orderVendors, searchVendors } from '../../domain/vendor-order.ts'
import { FIRST_DIRECTION, SERVICE_SORTS, type VendorSort } from '../../domain/vendor-sorts.ts'
import { FilterBar, SortSelect } from '../../ui/lists/filter-bar.tsx'
import { ListCount } from '../../ui/lists/list-count.tsx'
import { ListView } from '../../ui/lists/list-view.tsx'
import { NothingYet } from '../../ui/lists/nothing-yet.tsx'
import { SearchBox } from '../../ui/lists/search-box.tsx'
import type { Selection } from '../../ui/lists/select-rows.ts'
import { SelectionBar } from '../../ui/lists/selection-bar.tsx'
import { useShownSearch } from '../../ui/lists/use-shown-search.ts'
import { EmptyState } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useVendorColumns } from './use-vendor-columns.ts'
import { type VendorsSearch, vendorsOrder } from './vendors-search.ts'

const NOUN = { one: 'vendor', many: 'vendors' }

const SORT_OPTIONS: { value: VendorSort; label: string }[] = [
  { value: 'updated', label: 'Recently updated' },
  { value: 'added', label: 'Recently added' },
  { value: 'deadline', label: 'Next deadline' },
  { value: 'name', label: 'Name' },
  { value: 'risk', label: 'Risk' },
  { value: 'critical', label: 'Critical' },
  { value: 'status', label: 'Status' },
]

interface VendorsListProps {
  search: VendorsSearch
  onSearch: (change: Partial<VendorsSearch>) => void
  selection: Selection<Vendor>
  onSelect: (selection: Selection<Vendor>) => void
  /** Renders the actions on the selected vendors, which come sorted by name. */
  renderActions: (selected: readonly Vendor[]) => ReactNode
  /** Rendered above the list. */
  notices: ReactNode
}

/** All vendors, with search, sorting by any column, and pages that load while scrolling. */
export const VendorsList = (props: VendorsListProps) => {
  const { search, onSearch, selection, onSelect, renderActions, notices } = props
  const { sort, dir } = search
  const text = useDeferredValue(search.q)
  // The service cannot search by name or sort by these columns, so every vendor must be loaded.
  const wantsAll = search.q.trim() !== '' || SERVICE_SORTS[sort] === undefined
  const list = useLoadedList(vendors.list(vendorsOrder(search)), wantsAll)
  const [shown, change] = useShownSearch(search, onSearch)
  const rows = useMemo(
    () => orderVendors(searchVendors(list.rows, text), sort, dir),
    [list.rows, text, sort, dir],
  )
  const columns = useVendorColumns({ rows, search, onSearch, selection, onSelect })
  // The selection may be old: actions get the vendors as they are in the list now.
  const selected = useMemo(() => {
    const known = new Map(list.rows.map((vendor) => [vendor.id, vendor]))
    const chosen = [...selection.values()].map((vendor) => known.get(vendor.id) ?? vendor)
    return orderVendors(chosen, 'name', 'ASC')
  }, [selection, list.rows])
  const isSearching = text.trim() !== ''
  return (
    <Page
      title="Vendors"
      aside={<ListCount noun={NOUN} list={list} found={isSearching ? rows.length : undefined} />}
    >
      {notices}
      <FilterBar onClear={search.q ? () => onSearch({ q: '' }) : undefined}>
        <SearchBox label="Search vendors" value={search.q} onChange={(q) => onSearch({ q })} />
        <SortSelect
          options={SORT_OPTIONS}
          value={shown.sort}
          onChange={(value) => change({ sort: value, dir: FIRST_DIRECTION[value] })}
        />
      </FilterBar>
      <ListView
        label="Vendors"
        list={list}
        columns={columns}
        rows={rows}
        waysOn={<Link to="/">Go to Reviews</Link>}
        isSearched={isSearching}
        empty={
          isSearching ? (
            <EmptyState title="No vendor matches the search">
              <p>Search for part of the name, the services or the contact.</p>
            </EmptyState>
          ) : (
            <NothingYet title="No vendors yet">
              <p>Add your vendors in Drata, and they appear here with their security reviews.</p>
            </NothingYet>
          )
        }
      />
      {selected.length > 0 && (
        <SelectionBar count={selected.length} onClear={() => onSelect(new Map())}>
          {renderActions(selected)}
        </SelectionBar>
      )}
    </Page>
  )
}
