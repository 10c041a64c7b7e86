import { vendorDocumentContract, vendorDocumentsContract } from '../src/domain/contract/document.ts'
import {
  questionnaireContract,
  questionnairesContract,
  vendorQuestionnairesContract,
} from '../src/domain/contract/questionnaire.ts'
import {
  reviewCreateRequest,
  reviewCreateRequestV1,
  reviewUpdateRequest,
} from '../src/domain/contract/requests.ts'
import {
  reviewActionResultContract,
  reviewActionsContract,
  reviewContract,
  reviewsContract,
} from '../src/domain/contract/review.ts'
import { reviewV1Contract } from '../src/domain/contract/review-v1.ts'
import { usersContract } from '../src/domain/contract/user.ts'
import { vendorContract, vendorsContract } from '../src/domain/contract/vendor.ts'
import { type Operation, operation, upload } from './define-operation.ts'
import { FORMS } from './service/forms.ts'
import { QUERIES } from './service/queries.ts'

/** How the demo answers each operation of the contract. */
export const OPERATIONS: readonly Operation[] = [
  operation({
    id: 'listVendors',
    contract: vendorsContract,
    query: QUERIES.vendors,
    run: (service, _, query) => service.listVendors(query),
  }),
  operation({
    id: 'getVendor',
    contract: vendorContract,
    query: QUERIES.vendor,
    run: (service, { vendorId }, query) => service.getVendor(vendorId, query),
  }),
  operation({
    id: 'listUsers',
    contract: usersContract,
    query: QUERIES.users,
    run: (service, _, query) => service.listUsers(query),
  }),
  operation({
    id: 'listVendorSecurityReviewsAcrossVendors',
    contract: reviewsContract,
    query: QUERIES.reviewsAcrossVendors,
    run: (service, _, query) => service.listVendorSecurityReviewsAcrossVendors(query),
  }),
  operation({
    id: 'listVendorSecurityReviews',
    contract: reviewsContract,
    query: QUERIES.reviews,
    run: (service, { vendorId }, query) => service.listVendorSecurityReviews(vendorId, query),
  }),
  operation({
    id: 'createVendorSecurityReview',
    status: 201,
    contract: reviewContract,
    query: QUERIES.none,
    body: () => reviewCreateRequest,
    run: (service, { vendorId }, _, body) => service.createVendorSecurityReview(vendorId, body),
  }),
  operation({
    id: 'createVendorSecurityReviewV1',
    status: 201,
    contract: reviewV1Contract,
    query: QUERIES.none,
    body: () => reviewCreateRequestV1,
    run: (service, { vendorId }, _, body) => service.createVendorSecurityReviewV1(vendorId, body),
  }),
  upload({
    id: 'createVendorSecurityReviewWithFile',
    contract: reviewContract,
    form: FORMS.reviewWithFile,
    run: (service, { vendorId }, fields, [file]) =>
      service.createVendorSecurityReviewWithFile(vendorId, fields, file),
  }),
  operation({
    id: 'getVendorSecurityReview',
    contract: reviewContract,
    query: QUERIES.review,
    run: (service, { vendorId, securityReviewId }, query) =>
      service.getVendorSecurityReview(vendorId, securityReviewId, query),
  }),
  operation({
    id: 'updateVendorSecurityReview',
    contract: reviewContract,
    query: QUERIES.none,
    body: reviewUpdateRequest,
    run: (service, { vendorId, securityReviewId }, _, body) =>
      service.updateVendorSecurityReview(vendorId, securityReviewId, body),
  }),
  operation({
    id: 'listSecurityReviewActions',
    contract: reviewActionsContract,
    query: QUERIES.none,
    run: (service, { vendorId, securityReviewId }) =>
      service.listSecurityReviewActions(vendorId, securityReviewId),
  }),
  operation({
    id: 'performSecurityReviewAction',
    contract: reviewActionResultContract,
    query: QUERIES.none,
    // The model reads the body itself, since what it may hold depends on the dialect.
    run: (service, { vendorId, securityReviewId }, _, body) =>
      service.performSecurityReviewAction(vendorId, securityReviewId, body),
  }),
  operation({
    id: 'listVendorSecurityReviewSecurityQuestionnaires',
    contract: questionnairesContract,
    query: QUERIES.paging,
    run: (service, { vendorId, securityReviewId }, query) =>
      service.listVendorSecurityReviewSecurityQuestionnaires(vendorId, securityReviewId, query),
  }),
  upload({
    id: 'sendSecurityQuestionnaireForSecurityReview',
    contract: questionnaireContract,
    form: FORMS.questionnaires,
    run: (service, { vendorId, securityReviewId }, _, files) =>
      service.sendSecurityQuestionnaireForSecurityReview(vendorId, securityReviewId, files),
  }),
  operation({
    id: 'listVendorQuestionnaires',
    contract: vendorQuestionnairesContract,
    query: QUERIES.paging,
    run: (service, { vendorId }, query) => service.listVendorQuestionnaires(vendorId, query),
  }),
  upload({
    id: 'sendSecurityQuestionnaire',
    contract: questionnaireContract,
    form: FORMS.questionnaires,
    run: (service, { vendorId }, _, files) => service.sendSecurityQuestionnaire(vendorId, files),
  }),
  operation({
    id: 'getVendorDocuments',
    contract: vendorDocumentsContract,
    query: QUERIES.documents,
    run: (service, { vendorId }, query) => service.getVendorDocuments(vendorId, query),
  }),
  operation({
    id: 'getVendorDocument',
    contract: vendorDocumentContract,
    query: QUERIES.none,
    run: (service, { vendorId, documentId }) => service.getVendorDocument(vendorId, documentId),
  }),
  upload({
    id: 'uploadVendorDocument',
    contract: vendorDocumentContract,
    form: FORMS.document,
    run: (service, { vendorId }, fields, [file]) =>
      service.uploadVendorDocument(vendorId, fields, file),
  }),
]
