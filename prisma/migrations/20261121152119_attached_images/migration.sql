-- AlterEnum
ALTER TYPE "attachment_kind" ADD VALUE 'IMAGE';
