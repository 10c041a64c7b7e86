import { vendorDocumentContract, vendorDocumentsContract } from '../src/domain/document.ts'
import {
  questionnaireContract,
  questionnairesContract,
  vendorQuestionnairesContract,
} from '../src/domain/questionnaire.ts'
import {
  reviewCreateRequest,
  reviewCreateRequestV1,
  reviewUpdateRequest,
} from '../src/domain/requests.ts'
import {
  reviewActionResultContract,
  reviewActionsContract,
  reviewContract,
  reviewsContract,
} from '../src/domain/review.ts'
import { reviewV1Contract } from '../src/domain/review-v1.ts'
import { usersContract } from '../src/domain/user.ts'
import { vendorContract, vendorsContract } from '../src/domain/vendor.ts'
import { type Operation, operation, upload } from './operation.ts'
import { FORMS } from './service/forms.ts'
import { QUERIES } from './service/queries.ts'

const VENDOR = '/vendors/:vendorId'
const REVIEWS = `${VENDOR}/security-reviews`
const REVIEW = `${REVIEWS}/:securityReviewId`

/** The operations: a new one is one entry here and one function in the model. */
export const OPERATIONS: readonly Operation[] = [
  operation({
    id: 'listVendors',
    method: 'get',
    path: '/vendors',
    contract: vendorsContract,
    query: QUERIES.vendors,
    run: (service, _, query) => service.listVendors(query),
  }),
  operation({
    id: 'getVendor',
    method: 'get',
    path: VENDOR,
    contract: vendorContract,
    query: QUERIES.vendor,
    run: (service, { vendorId }, query) => service.getVendor(vendorId, query),
  }),
  operation({
    id: 'listUsers',
    method: 'get',
    path: '/users',
    contract: usersContract,
    query: QUERIES.users,
    run: (service, _, query) => service.listUsers(query),
  }),
  operation({
    id: 'listVendorSecurityReviewsAcrossVendors',
    method: 'get',
    path: '/vendor-security-reviews',
    contract: reviewsContract,
    query: QUERIES.reviewsAcrossVendors,
    run: (service, _, query) => service.listVendorSecurityReviewsAcrossVendors(query),
  }),
  operation({
    id: 'listVendorSecurityReviews',
    method: 'get',
    path: REVIEWS,
    contract: reviewsContract,
    query: QUERIES.reviews,
    run: (service, { vendorId }, query) => service.listVendorSecurityReviews(vendorId, query),
  }),
  operation({
    id: 'createVendorSecurityReview',
    method: 'post',
    path: REVIEWS,
    status: 201,
    contract: reviewContract,
    query: QUERIES.none,
    body: () => reviewCreateRequest,
    run: (service, { vendorId }, _, body) => service.createVendorSecurityReview(vendorId, body),
  }),
  operation({
    id: 'createVendorSecurityReviewV1',
    version: 1,
    method: 'post',
    path: REVIEWS,
    status: 201,
    contract: reviewV1Contract,
    query: QUERIES.none,
    body: () => reviewCreateRequestV1,
    run: (service, { vendorId }, _, body) => service.createVendorSecurityReviewV1(vendorId, body),
  }),
  upload({
    id: 'createVendorSecurityReviewWithFile',
    path: `${REVIEWS}/with-file`,
    contract: reviewContract,
    form: FORMS.reviewWithFile,
    run: (service, { vendorId }, fields, [file]) =>
      service.createVendorSecurityReviewWithFile(vendorId, fields, file),
  }),
  operation({
    id: 'getVendorSecurityReview',
    method: 'get',
    path: REVIEW,
    contract: reviewContract,
    query: QUERIES.review,
    run: (service, { vendorId, securityReviewId }, query) =>
      service.getVendorSecurityReview(vendorId, securityReviewId, query),
  }),
  operation({
    id: 'updateVendorSecurityReview',
    method: 'put',
    path: REVIEW,
    contract: reviewContract,
    query: QUERIES.none,
    body: reviewUpdateRequest,
    run: (service, { vendorId, securityReviewId }, _, body) =>
      service.updateVendorSecurityReview(vendorId, securityReviewId, body),
  }),
  operation({
    id: 'listSecurityReviewActions',
    method: 'get',
    path: `${REVIEW}/actions`,
    contract: reviewActionsContract,
    query: QUERIES.none,
    run: (service, { vendorId, securityReviewId }) =>
      service.listSecurityReviewActions(vendorId, securityReviewId),
  }),
  operation({
    id: 'performSecurityReviewAction',
    method: 'post',
    path: `${REVIEW}/actions`,
    contract: reviewActionResultContract,
    query: QUERIES.none,
    // The model reads the body itself, since what it may hold depends on the dialect.
    run: (service, { vendorId, securityReviewId }, _, body) =>
      service.performSecurityReviewAction(vendorId, securityReviewId, body),
  }),
  operation({
    id: 'listVendorSecurityReviewSecurityQuestionnaires',
    method: 'get',
    path: `${REVIEW}/security-questionnaires`,
    contract: questionnairesContract,
    query: QUERIES.paging,
    run: (service, { vendorId, securityReviewId }, query) =>
      service.listVendorSecurityReviewSecurityQuestionnaires(vendorId, securityReviewId, query),
  }),
  upload({
    id: 'sendSecurityQuestionnaireForSecurityReview',
    path: `${REVIEW}/security-questionnaires`,
    contract: questionnaireContract,
    form: FORMS.questionnaires,
    run: (service, { vendorId, securityReviewId }, _, files) =>
      service.sendSecurityQuestionnaireForSecurityReview(vendorId, securityReviewId, files),
  }),
  operation({
    id: 'listVendorQuestionnaires',
    method: 'get',
    path: `${VENDOR}/questionnaires`,
    contract: vendorQuestionnairesContract,
    query: QUERIES.paging,
    run: (service, { vendorId }, query) => service.listVendorQuestionnaires(vendorId, query),
  }),
  upload({
    id: 'sendSecurityQuestionnaire',
    path: `${VENDOR}/security-questionnaires`,
    contract: questionnaireContract,
    form: FORMS.questionnaires,
    run: (service, { vendorId }, _, files) => service.sendSecurityQuestionnaire(vendorId, files),
  }),
  operation({
    id: 'getVendorDocuments',
    method: 'get',
    path: `${VENDOR}/documents`,
    contract: vendorDocumentsContract,
    query: QUERIES.documents,
    run: (service, { vendorId }, query) => service.getVendorDocuments(vendorId, query),
  }),
  operation({
    id: 'getVendorDocument',
    method: 'get',
    path: `${VENDOR}/documents/:documentId`,
    contract: vendorDocumentContract,
    query: QUERIES.none,
    run: (service, { vendorId, documentId }) => service.getVendorDocument(vendorId, documentId),
  }),
  upload({
    id: 'uploadVendorDocument',
    path: `${VENDOR}/documents`,
    contract: vendorDocumentContract,
    form: FORMS.document,
    run: (service, { vendorId }, fields, [file]) =>
      service.uploadVendorDocument(vendorId, fields, file),
  }),
]
