import { BLIND_A } from './blind-a.ts';
import { BLIND_B } from './blind-b.ts';
import { BLIND_C } from './blind-c.ts';
import { BLIND_D } from './blind-d.ts';
import { BLIND_DECLINES } from './blind-declines.ts';
import { BLIND_DIALOGUES_FLEET } from './blind-dialogues-fleet.ts';
import { BLIND_DIALOGUES_OWN } from './blind-dialogues-own.ts';
import { BLIND_DIALOGUES_SHOP } from './blind-dialogues-shop.ts';
import { BLIND_E } from './blind-e.ts';
import { BLIND_F } from './blind-f.ts';
import { DEVELOPMENT } from './development.ts';
import { FIFTH } from './fifth.ts';
import { FIFTH_BLIND_DECLINES } from './fifth-blind-declines.ts';
import { FIFTH_BLIND_DIALOGUES } from './fifth-blind-dialogues.ts';
import { FIFTH_BLIND_FRAUD } from './fifth-blind-fraud.ts';
import { FIFTH_BLIND_MOBILE } from './fifth-blind-mobile.ts';
import { FIFTH_BLIND_NEWCOMER } from './fifth-blind-newcomer.ts';
import { FIFTH_BLIND_SRE } from './fifth-blind-sre.ts';
import { FIFTH_BLIND_SUPPORT } from './fifth-blind-support.ts';
import { FINAL_ANALYST } from './final-analyst.ts';
import { FINAL_DECLINES } from './final-declines.ts';
import { FINAL_DEVELOPER } from './final-developer.ts';
import { FINAL_DIALOGUES } from './final-dialogues.ts';
import { FINAL_OPERATOR } from './final-operator.ts';
import { FINAL_SRE } from './final-sre.ts';
import { FINAL_SUCCESS } from './final-success.ts';
import { FLEET } from './fleet.ts';
import { FOURTH } from './fourth.ts';
import { FRESH_DBA } from './fresh-dba.ts';
import { FRESH_DECLINES } from './fresh-declines.ts';
import { FRESH_DEVELOPER } from './fresh-developer.ts';
import { FRESH_DIALOGUES } from './fresh-dialogues.ts';
import { FRESH_MANAGER } from './fresh-manager.ts';
import { FRESH_ONCALL } from './fresh-oncall.ts';
import { FRESH_OWNER } from './fresh-owner.ts';
import { FRESH_SUPPORT } from './fresh-support.ts';
import { LATER_DATABASE } from './later-database.ts';
import { LATER_DECLINES } from './later-declines.ts';
import { LATER_DIALOGUES } from './later-dialogues.ts';
import { LATER_MANAGER } from './later-manager.ts';
import { LATER_NEWCOMER } from './later-newcomer.ts';
import { LATER_RELEASE } from './later-release.ts';
import { LATER_SUPPORT } from './later-support.ts';
import { OWN } from './own.ts';
import type { EvalQuestion } from './question.ts';
import { SECOND } from './second.ts';
import { SHOP } from './shop.ts';
import { SIXTH } from './sixth.ts';
import { THIRD } from './third.ts';
import { UNSEEN_ARENA_DIALOGUES } from './unseen-arena-dialogues.ts';
import { UNSEEN_ARENA_MATCH } from './unseen-arena-match.ts';
import { UNSEEN_ARENA_ONCALL } from './unseen-arena-oncall.ts';
import { UNSEEN_ARENA_SHOP } from './unseen-arena-shop.ts';
import { UNSEEN_ARENA_SUPPORT } from './unseen-arena-support.ts';
import { UNSEEN_BANK_DECLINES } from './unseen-bank-declines.ts';
import { UNSEEN_BANK_DEVELOPER } from './unseen-bank-developer.ts';
import { UNSEEN_BANK_DIALOGUES } from './unseen-bank-dialogues.ts';
import { UNSEEN_BANK_DIALOGUES_CASES } from './unseen-bank-dialogues-cases.ts';
import { UNSEEN_BANK_FRAUD } from './unseen-bank-fraud.ts';
import { UNSEEN_BANK_NIGHT } from './unseen-bank-night.ts';
import { UNSEEN_BANK_PAYMENTS } from './unseen-bank-payments.ts';
import { UNSEEN_CAMPUS_ANALYST } from './unseen-campus-analyst.ts';
import { UNSEEN_CAMPUS_DECLINES } from './unseen-campus-declines.ts';
import { UNSEEN_CAMPUS_DIALOGUES } from './unseen-campus-dialogues.ts';
import { UNSEEN_CAMPUS_DIALOGUES_CASES } from './unseen-campus-dialogues-cases.ts';
import { UNSEEN_CAMPUS_NIGHT } from './unseen-campus-night.ts';
import { UNSEEN_CAMPUS_SUPPORT } from './unseen-campus-support.ts';
import { UNSEEN_CAMPUS_TEACHING } from './unseen-campus-teaching.ts';
import { UNSEEN_CLINIC_BILLING } from './unseen-clinic-billing.ts';
import { UNSEEN_CLINIC_DESK } from './unseen-clinic-desk.ts';
import { UNSEEN_CLINIC_DIALOGUES } from './unseen-clinic-dialogues.ts';
import { UNSEEN_CLINIC_INTEGRATION } from './unseen-clinic-integration.ts';
import { UNSEEN_CLINIC_NIGHT } from './unseen-clinic-night.ts';
import { UNSEEN_DATA } from './unseen-data.ts';
import { UNSEEN_DECLINES } from './unseen-declines.ts';
import { UNSEEN_DESK_DECLINES } from './unseen-desk-declines.ts';
import { UNSEEN_DESK_DEVELOPER } from './unseen-desk-developer.ts';
import { UNSEEN_DESK_DIALOGUES } from './unseen-desk-dialogues.ts';
import { UNSEEN_DESK_MANAGER } from './unseen-desk-manager.ts';
import { UNSEEN_DESK_NIGHT } from './unseen-desk-night.ts';
import { UNSEEN_DESK_SUPPORT } from './unseen-desk-support.ts';
import { UNSEEN_DIALOGUES } from './unseen-dialogues.ts';
import { UNSEEN_FACTORY_DECLINES } from './unseen-factory-declines.ts';
import { UNSEEN_FACTORY_DEVELOPER } from './unseen-factory-developer.ts';
import { UNSEEN_FACTORY_DIALOGUES } from './unseen-factory-dialogues.ts';
import { UNSEEN_FACTORY_DIALOGUES_CASES } from './unseen-factory-dialogues-cases.ts';
import { UNSEEN_FACTORY_MANAGER } from './unseen-factory-manager.ts';
import { UNSEEN_FACTORY_NIGHT } from './unseen-factory-night.ts';
import { UNSEEN_FACTORY_QUALITY } from './unseen-factory-quality.ts';
import { UNSEEN_FRONTEND } from './unseen-frontend.ts';
import { UNSEEN_GALLERY_ANALYST } from './unseen-gallery-analyst.ts';
import { UNSEEN_GALLERY_COMMUNITY } from './unseen-gallery-community.ts';
import { UNSEEN_GALLERY_DECLINES } from './unseen-gallery-declines.ts';
import { UNSEEN_GALLERY_DIALOGUES } from './unseen-gallery-dialogues.ts';
import { UNSEEN_GALLERY_DIALOGUES_CASES } from './unseen-gallery-dialogues-cases.ts';
import { UNSEEN_GALLERY_NEWCOMER } from './unseen-gallery-newcomer.ts';
import { UNSEEN_GALLERY_NIGHT } from './unseen-gallery-night.ts';
import { UNSEEN_HARBOUR_DECLINES } from './unseen-harbour-declines.ts';
import { UNSEEN_HARBOUR_DIALOGUES } from './unseen-harbour-dialogues.ts';
import { UNSEEN_HARBOUR_DIALOGUES_CASES } from './unseen-harbour-dialogues-cases.ts';
import { UNSEEN_HARBOUR_FERRY } from './unseen-harbour-ferry.ts';
import { UNSEEN_HARBOUR_LANDSIDE } from './unseen-harbour-landside.ts';
import { UNSEEN_HARBOUR_NIGHT } from './unseen-harbour-night.ts';
import { UNSEEN_HARBOUR_TERMINAL } from './unseen-harbour-terminal.ts';
import { UNSEEN_INSURER_DECLINES } from './unseen-insurer-declines.ts';
import { UNSEEN_INSURER_DEVELOPER } from './unseen-insurer-developer.ts';
import { UNSEEN_INSURER_DIALOGUES } from './unseen-insurer-dialogues.ts';
import { UNSEEN_INSURER_DIALOGUES_CASES } from './unseen-insurer-dialogues-cases.ts';
import { UNSEEN_INSURER_MANAGER } from './unseen-insurer-manager.ts';
import { UNSEEN_INSURER_NIGHT } from './unseen-insurer-night.ts';
import { UNSEEN_INSURER_SUPPORT } from './unseen-insurer-support.ts';
import { UNSEEN_KITCHEN_DECLINES } from './unseen-kitchen-declines.ts';
import { UNSEEN_KITCHEN_DEVELOPER } from './unseen-kitchen-developer.ts';
import { UNSEEN_KITCHEN_DIALOGUES } from './unseen-kitchen-dialogues.ts';
import { UNSEEN_KITCHEN_OPERATIONS } from './unseen-kitchen-operations.ts';
import { UNSEEN_KITCHEN_SRE } from './unseen-kitchen-sre.ts';
import { UNSEEN_KITCHEN_SUPPORT } from './unseen-kitchen-support.ts';
import { UNSEEN_MARKET_DECLINES } from './unseen-market-declines.ts';
import { UNSEEN_MARKET_DEVELOPER } from './unseen-market-developer.ts';
import { UNSEEN_MARKET_DIALOGUES } from './unseen-market-dialogues.ts';
import { UNSEEN_MARKET_MANAGER } from './unseen-market-manager.ts';
import { UNSEEN_MARKET_ONCALL } from './unseen-market-oncall.ts';
import { UNSEEN_MARKET_SUPPORT } from './unseen-market-support.ts';
import { UNSEEN_NEWSROOM_AUDIENCE } from './unseen-newsroom-audience.ts';
import { UNSEEN_NEWSROOM_DECLINES } from './unseen-newsroom-declines.ts';
import { UNSEEN_NEWSROOM_DEVELOPER } from './unseen-newsroom-developer.ts';
import { UNSEEN_NEWSROOM_DIALOGUES } from './unseen-newsroom-dialogues.ts';
import { UNSEEN_NEWSROOM_DIALOGUES_CASES } from './unseen-newsroom-dialogues-cases.ts';
import { UNSEEN_NEWSROOM_NIGHT } from './unseen-newsroom-night.ts';
import { UNSEEN_NEWSROOM_SUPPORT } from './unseen-newsroom-support.ts';
import { UNSEEN_NIGHT } from './unseen-night.ts';
import { UNSEEN_PARCEL_BACKEND } from './unseen-parcel-backend.ts';
import { UNSEEN_PARCEL_CARE } from './unseen-parcel-care.ts';
import { UNSEEN_PARCEL_DECLINES } from './unseen-parcel-declines.ts';
import { UNSEEN_PARCEL_DEPOTS } from './unseen-parcel-depots.ts';
import { UNSEEN_PARCEL_DIALOGUES } from './unseen-parcel-dialogues.ts';
import { UNSEEN_PARCEL_DIALOGUES_SERVICES } from './unseen-parcel-dialogues-services.ts';
import { UNSEEN_PARCEL_NIGHT } from './unseen-parcel-night.ts';
import { UNSEEN_PAYROLL_DECLINES } from './unseen-payroll-declines.ts';
import { UNSEEN_PAYROLL_DEVELOPER } from './unseen-payroll-developer.ts';
import { UNSEEN_PAYROLL_DIALOGUES } from './unseen-payroll-dialogues.ts';
import { UNSEEN_PAYROLL_DIALOGUES_CASES } from './unseen-payroll-dialogues-cases.ts';
import { UNSEEN_PAYROLL_MANAGER } from './unseen-payroll-manager.ts';
import { UNSEEN_PAYROLL_NIGHT } from './unseen-payroll-night.ts';
import { UNSEEN_PAYROLL_SUPPORT } from './unseen-payroll-support.ts';
import { UNSEEN_POWER_ANALYST } from './unseen-power-analyst.ts';
import { UNSEEN_POWER_DECLINES } from './unseen-power-declines.ts';
import { UNSEEN_POWER_DEVELOPER } from './unseen-power-developer.ts';
import { UNSEEN_POWER_DIALOGUES } from './unseen-power-dialogues.ts';
import { UNSEEN_POWER_NIGHT } from './unseen-power-night.ts';
import { UNSEEN_POWER_OPERATIONS } from './unseen-power-operations.ts';
import { UNSEEN_PRODUCT } from './unseen-product.ts';
import { UNSEEN_RAIL_CARE } from './unseen-rail-care.ts';
import { UNSEEN_RAIL_DECLINES } from './unseen-rail-declines.ts';
import { UNSEEN_RAIL_DEVELOPER } from './unseen-rail-developer.ts';
import { UNSEEN_RAIL_DIALOGUES } from './unseen-rail-dialogues.ts';
import { UNSEEN_RAIL_NIGHT } from './unseen-rail-night.ts';
import { UNSEEN_RAIL_STATIONS } from './unseen-rail-stations.ts';
import { UNSEEN_RESORT_DECLINES } from './unseen-resort-declines.ts';
import { UNSEEN_RESORT_DESK } from './unseen-resort-desk.ts';
import { UNSEEN_RESORT_DEVELOPER } from './unseen-resort-developer.ts';
import { UNSEEN_RESORT_DIALOGUES } from './unseen-resort-dialogues.ts';
import { UNSEEN_RESORT_NIGHT } from './unseen-resort-night.ts';
import { UNSEEN_RESORT_REVENUE } from './unseen-resort-revenue.ts';
import { UNSEEN_SECURITY } from './unseen-security.ts';
import { UNSEEN_STREAM_BACKEND } from './unseen-stream-backend.ts';
import { UNSEEN_STREAM_DECLINES } from './unseen-stream-declines.ts';
import { UNSEEN_STREAM_DIALOGUES } from './unseen-stream-dialogues.ts';
import { UNSEEN_STREAM_GROWTH } from './unseen-stream-growth.ts';
import { UNSEEN_STREAM_NIGHT } from './unseen-stream-night.ts';
import { UNSEEN_STREAM_SUPPORT } from './unseen-stream-support.ts';
import { UNSEEN_TELCO_BILLING } from './unseen-telco-billing.ts';
import { UNSEEN_TELCO_CARE } from './unseen-telco-care.ts';
import { UNSEEN_TELCO_DECLINES } from './unseen-telco-declines.ts';
import { UNSEEN_TELCO_DEVELOPER } from './unseen-telco-developer.ts';
import { UNSEEN_TELCO_DIALOGUES } from './unseen-telco-dialogues.ts';
import { UNSEEN_TELCO_NIGHT } from './unseen-telco-night.ts';
import { UNSEEN_TRAVEL_DECLINES } from './unseen-travel-declines.ts';
import { UNSEEN_TRAVEL_DIALOGUES } from './unseen-travel-dialogues.ts';
import { UNSEEN_TRAVEL_NIGHT } from './unseen-travel-night.ts';
import { UNSEEN_TRAVEL_PRODUCT } from './unseen-travel-product.ts';
import { UNSEEN_TRAVEL_SECURITY } from './unseen-travel-security.ts';
import { UNSEEN_TRAVEL_SUPPLIERS } from './unseen-travel-suppliers.ts';
import { UNSEEN_TRAVEL_SUPPORT } from './unseen-travel-support.ts';

/** The questions by the time they were written: a set is asked once before anything is changed for it. */
export const SETS: Readonly<Record<string, readonly EvalQuestion[]>> = {
  'on-call': [...OWN, ...SHOP, ...FLEET],
  second: SECOND,
  third: THIRD,
  fourth: FOURTH,
  fifth: FIFTH,
  sixth: SIXTH,
  'blind-a': BLIND_A,
  'blind-b': BLIND_B,
  'blind-c': BLIND_C,
  'blind-d': BLIND_D,
  'blind-e': BLIND_E,
  'blind-f': BLIND_F,
  'blind-dialogues': [...BLIND_DIALOGUES_OWN, ...BLIND_DIALOGUES_SHOP, ...BLIND_DIALOGUES_FLEET],
  'blind-declines': BLIND_DECLINES,
  later: [...LATER_SUPPORT, ...LATER_DATABASE, ...LATER_RELEASE, ...LATER_NEWCOMER, ...LATER_MANAGER],
  'later-dialogues': LATER_DIALOGUES,
  'later-declines': LATER_DECLINES,
  final: [...FINAL_OPERATOR, ...FINAL_DEVELOPER, ...FINAL_ANALYST, ...FINAL_SUCCESS, ...FINAL_SRE],
  'final-dialogues': FINAL_DIALOGUES,
  'final-declines': FINAL_DECLINES,
  fresh: [...FRESH_ONCALL, ...FRESH_DEVELOPER, ...FRESH_OWNER, ...FRESH_DBA, ...FRESH_SUPPORT, ...FRESH_MANAGER],
  'fresh-dialogues': FRESH_DIALOGUES,
  'fresh-declines': FRESH_DECLINES,
  'fifth-blind': [
    ...FIFTH_BLIND_NEWCOMER,
    ...FIFTH_BLIND_SRE,
    ...FIFTH_BLIND_FRAUD,
    ...FIFTH_BLIND_MOBILE,
    ...FIFTH_BLIND_SUPPORT,
  ],
  'fifth-blind-dialogues': FIFTH_BLIND_DIALOGUES,
  'fifth-blind-declines': FIFTH_BLIND_DECLINES,
  unseen: [...UNSEEN_NIGHT, ...UNSEEN_DATA, ...UNSEEN_PRODUCT, ...UNSEEN_SECURITY, ...UNSEEN_FRONTEND],
  'unseen-dialogues': UNSEEN_DIALOGUES,
  'unseen-declines': UNSEEN_DECLINES,
  'unseen-clinic': [
    ...UNSEEN_CLINIC_NIGHT,
    ...UNSEEN_CLINIC_INTEGRATION,
    ...UNSEEN_CLINIC_DESK,
    ...UNSEEN_CLINIC_BILLING,
  ],
  'unseen-clinic-dialogues': UNSEEN_CLINIC_DIALOGUES,
  'unseen-arena': [...UNSEEN_ARENA_ONCALL, ...UNSEEN_ARENA_MATCH, ...UNSEEN_ARENA_SHOP, ...UNSEEN_ARENA_SUPPORT],
  'unseen-arena-dialogues': UNSEEN_ARENA_DIALOGUES,
  'unseen-travel': [
    ...UNSEEN_TRAVEL_NIGHT,
    ...UNSEEN_TRAVEL_PRODUCT,
    ...UNSEEN_TRAVEL_SUPPORT,
    ...UNSEEN_TRAVEL_SUPPLIERS,
    ...UNSEEN_TRAVEL_SECURITY,
  ],
  'unseen-travel-dialogues': UNSEEN_TRAVEL_DIALOGUES,
  'unseen-travel-declines': UNSEEN_TRAVEL_DECLINES,
  'unseen-parcel': [...UNSEEN_PARCEL_NIGHT, ...UNSEEN_PARCEL_DEPOTS, ...UNSEEN_PARCEL_CARE, ...UNSEEN_PARCEL_BACKEND],
  'unseen-parcel-dialogues': [...UNSEEN_PARCEL_DIALOGUES, ...UNSEEN_PARCEL_DIALOGUES_SERVICES],
  'unseen-parcel-declines': UNSEEN_PARCEL_DECLINES,
  'unseen-bank': [...UNSEEN_BANK_NIGHT, ...UNSEEN_BANK_PAYMENTS, ...UNSEEN_BANK_FRAUD, ...UNSEEN_BANK_DEVELOPER],
  'unseen-bank-dialogues': [...UNSEEN_BANK_DIALOGUES, ...UNSEEN_BANK_DIALOGUES_CASES],
  'unseen-bank-declines': UNSEEN_BANK_DECLINES,
  'unseen-stream': [
    ...UNSEEN_STREAM_NIGHT,
    ...UNSEEN_STREAM_SUPPORT,
    ...UNSEEN_STREAM_GROWTH,
    ...UNSEEN_STREAM_BACKEND,
  ],
  'unseen-stream-dialogues': UNSEEN_STREAM_DIALOGUES,
  'unseen-stream-declines': UNSEEN_STREAM_DECLINES,
  'unseen-power': [
    ...UNSEEN_POWER_NIGHT,
    ...UNSEEN_POWER_OPERATIONS,
    ...UNSEEN_POWER_ANALYST,
    ...UNSEEN_POWER_DEVELOPER,
  ],
  'unseen-power-dialogues': UNSEEN_POWER_DIALOGUES,
  'unseen-power-declines': UNSEEN_POWER_DECLINES,
  'unseen-desk': [...UNSEEN_DESK_NIGHT, ...UNSEEN_DESK_MANAGER, ...UNSEEN_DESK_SUPPORT, ...UNSEEN_DESK_DEVELOPER],
  'unseen-desk-dialogues': UNSEEN_DESK_DIALOGUES,
  'unseen-desk-declines': UNSEEN_DESK_DECLINES,
  'unseen-campus': [
    ...UNSEEN_CAMPUS_NIGHT,
    ...UNSEEN_CAMPUS_TEACHING,
    ...UNSEEN_CAMPUS_SUPPORT,
    ...UNSEEN_CAMPUS_ANALYST,
  ],
  'unseen-campus-dialogues': [...UNSEEN_CAMPUS_DIALOGUES, ...UNSEEN_CAMPUS_DIALOGUES_CASES],
  'unseen-campus-declines': UNSEEN_CAMPUS_DECLINES,
  'unseen-kitchen': [
    ...UNSEEN_KITCHEN_OPERATIONS,
    ...UNSEEN_KITCHEN_DEVELOPER,
    ...UNSEEN_KITCHEN_SUPPORT,
    ...UNSEEN_KITCHEN_SRE,
  ],
  'unseen-kitchen-dialogues': UNSEEN_KITCHEN_DIALOGUES,
  'unseen-kitchen-declines': UNSEEN_KITCHEN_DECLINES,
  'unseen-telco': [...UNSEEN_TELCO_NIGHT, ...UNSEEN_TELCO_BILLING, ...UNSEEN_TELCO_CARE, ...UNSEEN_TELCO_DEVELOPER],
  'unseen-telco-dialogues': UNSEEN_TELCO_DIALOGUES,
  'unseen-telco-declines': UNSEEN_TELCO_DECLINES,
  'unseen-market': [
    ...UNSEEN_MARKET_ONCALL,
    ...UNSEEN_MARKET_DEVELOPER,
    ...UNSEEN_MARKET_SUPPORT,
    ...UNSEEN_MARKET_MANAGER,
  ],
  'unseen-market-dialogues': UNSEEN_MARKET_DIALOGUES,
  'unseen-market-declines': UNSEEN_MARKET_DECLINES,
  'unseen-resort': [
    ...UNSEEN_RESORT_NIGHT,
    ...UNSEEN_RESORT_DESK,
    ...UNSEEN_RESORT_DEVELOPER,
    ...UNSEEN_RESORT_REVENUE,
  ],
  'unseen-resort-dialogues': UNSEEN_RESORT_DIALOGUES,
  'unseen-resort-declines': UNSEEN_RESORT_DECLINES,
  'unseen-payroll': [
    ...UNSEEN_PAYROLL_NIGHT,
    ...UNSEEN_PAYROLL_MANAGER,
    ...UNSEEN_PAYROLL_SUPPORT,
    ...UNSEEN_PAYROLL_DEVELOPER,
  ],
  'unseen-payroll-dialogues': [...UNSEEN_PAYROLL_DIALOGUES, ...UNSEEN_PAYROLL_DIALOGUES_CASES],
  'unseen-payroll-declines': UNSEEN_PAYROLL_DECLINES,
  'unseen-harbour': [
    ...UNSEEN_HARBOUR_NIGHT,
    ...UNSEEN_HARBOUR_TERMINAL,
    ...UNSEEN_HARBOUR_FERRY,
    ...UNSEEN_HARBOUR_LANDSIDE,
  ],
  'unseen-harbour-dialogues': [...UNSEEN_HARBOUR_DIALOGUES, ...UNSEEN_HARBOUR_DIALOGUES_CASES],
  'unseen-harbour-declines': UNSEEN_HARBOUR_DECLINES,
  'unseen-insurer': [
    ...UNSEEN_INSURER_NIGHT,
    ...UNSEEN_INSURER_MANAGER,
    ...UNSEEN_INSURER_SUPPORT,
    ...UNSEEN_INSURER_DEVELOPER,
  ],
  'unseen-insurer-dialogues': [...UNSEEN_INSURER_DIALOGUES, ...UNSEEN_INSURER_DIALOGUES_CASES],
  'unseen-insurer-declines': UNSEEN_INSURER_DECLINES,
  'unseen-gallery': [
    ...UNSEEN_GALLERY_NIGHT,
    ...UNSEEN_GALLERY_COMMUNITY,
    ...UNSEEN_GALLERY_ANALYST,
    ...UNSEEN_GALLERY_NEWCOMER,
  ],
  'unseen-gallery-dialogues': [...UNSEEN_GALLERY_DIALOGUES, ...UNSEEN_GALLERY_DIALOGUES_CASES],
  'unseen-gallery-declines': UNSEEN_GALLERY_DECLINES,
  'unseen-factory': [
    ...UNSEEN_FACTORY_NIGHT,
    ...UNSEEN_FACTORY_MANAGER,
    ...UNSEEN_FACTORY_QUALITY,
    ...UNSEEN_FACTORY_DEVELOPER,
  ],
  'unseen-factory-dialogues': [...UNSEEN_FACTORY_DIALOGUES, ...UNSEEN_FACTORY_DIALOGUES_CASES],
  'unseen-factory-declines': UNSEEN_FACTORY_DECLINES,
  'unseen-newsroom': [
    ...UNSEEN_NEWSROOM_NIGHT,
    ...UNSEEN_NEWSROOM_AUDIENCE,
    ...UNSEEN_NEWSROOM_SUPPORT,
    ...UNSEEN_NEWSROOM_DEVELOPER,
  ],
  'unseen-newsroom-dialogues': [...UNSEEN_NEWSROOM_DIALOGUES, ...UNSEEN_NEWSROOM_DIALOGUES_CASES],
  'unseen-newsroom-declines': UNSEEN_NEWSROOM_DECLINES,
  'unseen-rail': [...UNSEEN_RAIL_NIGHT, ...UNSEEN_RAIL_STATIONS, ...UNSEEN_RAIL_CARE, ...UNSEEN_RAIL_DEVELOPER],
  'unseen-rail-dialogues': UNSEEN_RAIL_DIALOGUES,
  'unseen-rail-declines': UNSEEN_RAIL_DECLINES,
};

/** A held-out set is asked at releases, and only its figures are read: once its failures are, it is a development set. */
export type SetRole = 'development' | 'held-out';

export const SET_ROLES: readonly SetRole[] = ['development', 'held-out'];

export const roleOf = (set: string): SetRole => (DEVELOPMENT.has(set) ? 'development' : 'held-out');
