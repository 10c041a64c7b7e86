import type { ReviewRecord } from '../../mocks/service/records.ts'
import type { Store } from '../../mocks/service/store.ts'
import type { Pages } from './pages.ts'
import { asListed, reviewPath } from './world.ts'

/** The lower floor: the same data as static HTML, with a list and a page for each review. */

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${escape(title)}</title>
<style>body{font:14px system-ui}table{width:100%;border-spacing:0}td,th{text-align:left;height:36px}input{width:100%}</style>
<h1>${escape(title)}</h1>
${body}
</html>`

const titleOf = ({ id, title }: ReviewRecord): string => title ?? `Untitled review #${id}`

const listPage = (world: Store): string => {
  const nameOf = (vendorId: number): string => world.find('vendors', vendorId)?.name ?? ''
  const rows = asListed(world).map(
    (review) =>
      `<tr><td><a href="${reviewPath(review)}">${escape(titleOf(review))}</a><td>${escape(nameOf(review.vendorId))}<td>${review.type}<td>${review.status}<td>${review.decision ?? ''}<td>${review.reviewDeadlineAt}`,
  )
  return page('Reviews', `<table>${rows.join('\n')}</table>`)
}

/** A bare upload: the time that the browser itself needs. */
const UPLOAD = `<label>Upload report <input type="file"></label><p data-state="waiting"></p>
<script>
document.querySelector('[type=file]').onchange = ({ target }) => {
  const form = new FormData()
  form.append('file', target.files[0])
  const request = new XMLHttpRequest()
  request.onload = () => { document.querySelector('[data-state]').dataset.state = 'uploaded' }
  request.open('POST', '/api/v2/vendors/1/documents')
  request.send(form)
}
</script>`

const reviewPage = (review: ReviewRecord): string => {
  const controls = review.socReviewForm?.endUserControls.userControls ?? []
  const rows = controls.map(
    ({ description }, index) =>
      `<tr><td><input aria-label="User control ${index + 1}" value="${escape(description)}">`,
  )
  return page(titleOf(review), `${UPLOAD}<table>${rows.join('\n')}</table>`)
}

/** The pages of a static site with the reviews of a world. */
export const htmlPages = (world: Store): Pages => {
  const reviews = new Map(world.all('reviews').map((review) => [reviewPath(review), review]))
  return (path) => {
    const review = reviews.get(path)
    const html = review ? reviewPage(review) : path === '/' ? listPage(world) : undefined
    return html === undefined
      ? undefined
      : { type: 'text/html; charset=utf-8', content: Buffer.from(html) }
  }
}
