export const selfReviewRoutes = {}
