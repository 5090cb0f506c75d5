export { type Catalog, type CatalogDataset, type CatalogField, catalog, catalogDataset, catalogField } from './catalog.ts';
export {
  PROBLEM_STATUS,
  PROBLEM_TITLE,
  type ProblemCode,
  type ProblemDetails,
  type ProblemItem,
  problemDetails,
  problemItem,
} from './problem.ts';
