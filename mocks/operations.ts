import * as z from 'zod/mini'
import { vendorDocumentContract, vendorDocumentsContract } from '../src/domain/contract/document.ts'
import type { IdsIn, OPERATIONS, OperationId } from '../src/domain/contract/operations.ts'
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
import { reviewActionResultContract, reviewActionsContract } from '../src/domain/contract/review.ts'
import { reviewV1Contract } from '../src/domain/contract/review-v1.ts'
import { reviewContract, reviewsContract } from '../src/domain/contract/review-with-form.ts'
import { usersContract } from '../src/domain/contract/user.ts'
import { vendorContract, vendorsContract } from '../src/domain/contract/vendor.ts'
import { type MockOperation, read, upload, write } from './define-operation.ts'
import { listSecurityReviewActions, performSecurityReviewAction } from './service/actions.ts'
import {
  getVendor,
  getVendorDocument,
  getVendorDocuments,
  listUsers,
  listVendorQuestionnaires,
  listVendorSecurityReviewSecurityQuestionnaires,
  listVendors,
} from './service/directory.ts'
import { FORMS } from './service/forms.ts'
import { QUERIES } from './service/queries.ts'
import {
  createVendorSecurityReview,
  getVendorSecurityReview,
  listVendorSecurityReviews,
  listVendorSecurityReviewsAcrossVendors,
  updateVendorSecurityReview,
} from './service/reviews.ts'
import { createVendorSecurityReviewV1 } from './service/reviews-v1.ts'
import {
  createVendorSecurityReviewWithFile,
  sendSecurityQuestionnaire,
  sendSecurityQuestionnaireForSecurityReview,
  uploadVendorDocument,
} from './service/uploads.ts'

type MockOperations = {
  [Id in OperationId]: MockOperation<IdsIn<(typeof OPERATIONS)[Id]['path']>>
}

/** How the demo answers each operation of the contract: one entry here, one function in `service`. */
export const MOCK_OPERATIONS: MockOperations = {
  listVendors: read({ contract: vendorsContract, query: QUERIES.vendors, run: listVendors }),
  getVendor: read({ contract: vendorContract, query: QUERIES.vendor, run: getVendor }),
  listUsers: read({ contract: usersContract, query: QUERIES.users, run: listUsers }),
  listVendorSecurityReviewsAcrossVendors: read({
    contract: reviewsContract,
    query: QUERIES.reviewsAcrossVendors,
    run: listVendorSecurityReviewsAcrossVendors,
  }),
  listVendorSecurityReviews: read({
    contract: reviewsContract,
    query: QUERIES.reviews,
    run: listVendorSecurityReviews,
  }),
  createVendorSecurityReview: write({
    status: 201,
    contract: reviewContract,
    body: () => reviewCreateRequest,
    run: createVendorSecurityReview,
  }),
  createVendorSecurityReviewV1: write({
    status: 201,
    contract: reviewV1Contract,
    body: () => reviewCreateRequestV1,
    run: createVendorSecurityReviewV1,
  }),
  createVendorSecurityReviewWithFile: upload({
    contract: reviewContract,
    form: FORMS.reviewWithFile,
    run: createVendorSecurityReviewWithFile,
  }),
  getVendorSecurityReview: read({
    contract: reviewContract,
    query: QUERIES.review,
    run: getVendorSecurityReview,
  }),
  updateVendorSecurityReview: write({
    contract: reviewContract,
    body: reviewUpdateRequest,
    run: updateVendorSecurityReview,
  }),
  listSecurityReviewActions: read({
    contract: reviewActionsContract,
    query: QUERIES.none,
    run: listSecurityReviewActions,
  }),
  performSecurityReviewAction: write({
    contract: reviewActionResultContract,
    // The function checks the body itself, since the dialect decides what it may hold.
    body: () => z.unknown(),
    run: performSecurityReviewAction,
  }),
  listVendorSecurityReviewSecurityQuestionnaires: read({
    contract: questionnairesContract,
    query: QUERIES.paging,
    run: listVendorSecurityReviewSecurityQuestionnaires,
  }),
  sendSecurityQuestionnaireForSecurityReview: upload({
    contract: questionnaireContract,
    form: FORMS.questionnaires,
    run: sendSecurityQuestionnaireForSecurityReview,
  }),
  listVendorQuestionnaires: read({
    contract: vendorQuestionnairesContract,
    query: QUERIES.paging,
    run: listVendorQuestionnaires,
  }),
  sendSecurityQuestionnaire: upload({
    contract: questionnaireContract,
    form: FORMS.questionnaires,
    run: sendSecurityQuestionnaire,
  }),
  getVendorDocuments: read({
    contract: vendorDocumentsContract,
    query: QUERIES.documents,
    run: getVendorDocuments,
  }),
  getVendorDocument: read({
    contract: vendorDocumentContract,
    query: QUERIES.none,
    run: getVendorDocument,
  }),
  uploadVendorDocument: upload({
    contract: vendorDocumentContract,
    form: FORMS.document,
    run: uploadVendorDocument,
  }),
}
