-- CreateEnum
CREATE TYPE "attachment_kind" AS ENUM ('TEXT', 'MARKDOWN', 'PDF');

-- CreateEnum
CREATE TYPE "attachment_status" AS ENUM ('PENDING', 'READY', 'FAILED');

-- AlterEnum
ALTER TYPE "guard_surface" ADD VALUE 'ATTACHMENT';

-- CreateTable
CREATE TABLE "attachments" (
    "id" UUID NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "chat_id" TEXT,
    "name" TEXT NOT NULL,
    "kind" "attachment_kind" NOT NULL,
    "status" "attachment_status" NOT NULL DEFAULT 'PENDING',
    "reason" TEXT,
    "byte_length" INTEGER NOT NULL,
    "content" BYTEA,
    "pages" INTEGER,
    "text" TEXT,
    "is_cut" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attachments_user_id_idx" ON "attachments"("user_id");

-- CreateIndex
CREATE INDEX "attachments_chat_id_idx" ON "attachments"("chat_id");

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chats"("id") ON DELETE CASCADE ON UPDATE CASCADE;
