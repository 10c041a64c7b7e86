/**
 * The name of a request that failed, small beside its error, so that an analyst can tell it to those
 * who look into the logs. It is cut on the screen only: a click selects all of it, to be copied.
 * @param id shows nothing where there is none
 */
export const RequestId = ({ id }: { id: string | null | undefined }) =>
  id ? (
    <small className="request-id" title={id}>
      Request <span className="cut">{id}</span>
    </small>
  ) : null
