const NAMES: Readonly<Record<number, string>> = {
  400: 'BadRequestException',
  401: 'UnauthorizedException',
  402: 'PaymentRequiredException',
  403: 'ForbiddenException',
  404: 'NotFoundException',
  412: 'PreconditionFailedException',
  413: 'PayloadTooLargeException',
  422: 'UnprocessableEntityException',
  429: 'ThrottlerException',
  500: 'InternalServerErrorException',
  502: 'BadGatewayException',
  503: 'ServiceUnavailableException',
}
/** The statuses whose bodies the contract calls `ApiErrorUnnamed`. */
const UNNAMED: readonly number[] = [401, 402, 403, 412, 429, 500]

/** The body of an error, in the contract's shape. */
export interface ErrorBody {
  name?: string
  statusCode: number
  message: string
  code: number
}

/** Why the service refuses a request. */
export class ServiceError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.name = NAMES[status] ?? 'HttpException'
    this.status = status
  }
}

/** @param operationId performSecurityReviewAction is the only operation whose 403 carries a name */
export const errorBody = (status: number, message: string, operationId = ''): ErrorBody => {
  const named =
    !UNNAMED.includes(status) || (status === 403 && operationId === 'performSecurityReviewAction')
  return {
    ...(named && { name: NAMES[status] ?? 'HttpException' }),
    statusCode: status,
    message,
    code: 10_000 + status,
  }
}

export const malformed = (message: string): ServiceError => new ServiceError(400, message)
export const notFound = (what: string): ServiceError =>
  new ServiceError(404, `There is no ${what}.`)
